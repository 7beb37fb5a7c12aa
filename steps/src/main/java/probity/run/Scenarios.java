package probity.run;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.report.Subject;

/** The scenarios of a folder of features. Parsing is done once; the entries can be run often. */
final class Scenarios {
    private final Catalogue catalogue;
    private final RuntimeOptions options;
    private final ClassLoader loader;
    private final ThreadLocal<Glue> glue;

    /**
     * Names features and glue.
     *
     * @param features class path folder, such as {@code probity/features}
     * @param steps package of the step definitions
     */
    Scenarios(String features, String steps, Catalogue catalogue, ClassLoader loader) {
        this.catalogue = catalogue;
        this.loader = loader;
        this.options =
                new RuntimeOptionsBuilder()
                        .addFeature(FeatureWithLines.parse("classpath:" + features))
                        .addGlue(GluePath.parse(steps))
                        .build();
        this.glue = ThreadLocal.withInitial(() -> new Glue(options, loader));
    }

    /** All scenarios, feature by feature. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        List<Feature> parsed =
                new FeaturePathFeatureSupplier(
                                () -> loader, options, new FeatureParser(UUID::randomUUID))
                        .get();
        for (Feature feature : parsed) {
            Map<String, Integer> names = new HashMap<>();
            feature.getPickles().forEach(pickle -> names.merge(pickle.getName(), 1, Integer::sum));
            Map<String, Integer> seen = new HashMap<>();
            for (Pickle pickle : feature.getPickles()) {
                int number = seen.merge(pickle.getName(), 1, Integer::sum);
                String name = pickle.getName();
                boolean several = names.get(name) > 1; // the rows of an outline share its name
                entries.add(entry(feature, pickle, several ? name + " (" + number + ")" : name));
            }
        }
        return entries;
    }

    private Entry entry(Feature feature, Pickle pickle, String name) {
        List<Clause> clauses =
                catalogue.clauses().stream()
                        .filter(clause -> pickle.getTags().contains(clause.tag()))
                        .toList();
        String file = path(pickle.getUri());
        Subject subject =
                new Subject(
                        file + ": " + name,
                        Subject.Kind.SCENARIO,
                        clauses.stream().map(Clause::id).toList(),
                        clauses.stream().findFirst().map(Clause::chapter).orElse("-"),
                        feature.getName().orElse(file),
                        name,
                        file + ":" + pickle.getLocation().getLine(),
                        strength(pickle, clauses));
        return new ScenarioEntry(subject, pickle);
    }

    /** That of the clause; a tag such as {@code @SHOULD} is for the parts that are weaker. */
    private static Strength strength(Pickle pickle, List<Clause> clauses) {
        for (Strength strength : Strength.values()) {
            if (pickle.getTags().contains("@" + strength)) {
                return strength;
            }
        }
        return clauses.stream().findFirst().map(Clause::strength).orElse(Strength.MUST);
    }

    private static String path(URI uri) {
        return uri.getSchemeSpecificPart();
    }

    private final class ScenarioEntry implements Entry {
        private final Subject subject;
        private final Pickle pickle;

        ScenarioEntry(Subject subject, Pickle pickle) {
            this.subject = subject;
            this.pickle = pickle;
        }

        @Override
        public Subject subject() {
            return subject;
        }

        @Override
        public void run(Trial trial, StepListener steps) throws Throwable {
            glue.get().play(pickle, trial, steps);
        }
    }
}
