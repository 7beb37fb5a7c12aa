package probity.catalogue;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.StepDefinition;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Features read through without running anything: which scenarios there are, and which steps find
 * their definition.
 */
public final class Rehearsal {
    /**
     * One scenario, or one row of an outline.
     *
     * @param place file and line
     * @param folder the folder that its feature lies in, such as {@code ptr}
     * @param name its name
     * @param tags with their leading {@code @}
     * @param keywords the keywords of its steps, such as {@code Given}
     */
    public record Scenario(
            String place, String folder, String name, List<String> tags, List<String> keywords) {
        /** The file that it stands in. */
        String file() {
            return place.substring(0, place.lastIndexOf(':'));
        }
    }

    private final List<Scenario> scenarios = new ArrayList<>();
    private final Set<String> unmatched = new TreeSet<>();
    private final Map<String, String> definitions = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();

    private Rehearsal() {}

    /**
     * Reads features through.
     *
     * @param features a URI such as {@code classpath:/probity/features}
     * @param glue a package with step definitions, such as {@code probity.steps}
     */
    public static Rehearsal of(String features, String glue) {
        Rehearsal rehearsal = new Rehearsal();
        RuntimeOptions options =
                new RuntimeOptionsBuilder()
                        .addFeature(FeatureWithLines.parse(features))
                        .addGlue(URI.create("classpath:/" + glue.replace('.', '/')))
                        .setDryRun()
                        .setMonochrome()
                        .build();
        Runtime.builder()
                .withRuntimeOptions(options)
                .withAdditionalPlugins((ConcurrentEventListener) rehearsal::listen)
                .build()
                .run();
        return rehearsal;
    }

    /** All scenarios, in the order of their files. */
    public List<Scenario> scenarios() {
        return List.copyOf(scenarios);
    }

    /** Sentences on steps that match no definition, or more than one. */
    public Set<String> unmatchedSteps() {
        return Set.copyOf(unmatched);
    }

    /** Definitions that no step uses: pattern, and where it stands. */
    public Map<String, String> unusedDefinitions() {
        Map<String, String> unused = new TreeMap<>(definitions);
        unused.keySet().removeAll(used);
        return unused;
    }

    private void listen(EventPublisher publisher) {
        publisher.registerHandlerFor(StepDefinedEvent.class, this::defined);
        publisher.registerHandlerFor(TestCaseStarted.class, this::started);
        publisher.registerHandlerFor(TestStepFinished.class, this::finished);
    }

    private void defined(StepDefinedEvent event) {
        StepDefinition definition = event.getStepDefinition();
        definitions.put(definition.getPattern(), definition.getLocation());
    }

    private void started(TestCaseStarted event) {
        TestCase scenario = event.getTestCase();
        List<String> keywords =
                scenario.getTestSteps().stream()
                        .filter(PickleStepTestStep.class::isInstance)
                        .map(step -> ((PickleStepTestStep) step).getStep().getKeyword().strip())
                        .toList();
        scenarios.add(
                new Scenario(
                        place(scenario),
                        folder(scenario.getUri()),
                        scenario.getName(),
                        scenario.getTags(),
                        keywords));
    }

    private void finished(TestStepFinished event) {
        if (!(event.getTestStep() instanceof PickleStepTestStep step)) {
            return;
        }
        boolean ambiguous = event.getResult().getStatus() == Status.AMBIGUOUS;
        if (step.getPattern() != null && !ambiguous) {
            used.add(step.getPattern());
            return;
        }
        String line = file(step.getUri()) + ":" + step.getStep().getLine();
        String text = step.getStep().getText();
        unmatched.add(line + ": the step '" + text + "' does not match exactly one definition.");
    }

    private static String place(TestCase scenario) {
        return file(scenario.getUri()) + ":" + scenario.getLocation().getLine();
    }

    private static String file(URI uri) {
        String path = uri.getSchemeSpecificPart();
        return folder(uri) + path.substring(path.lastIndexOf('/'));
    }

    private static String folder(URI uri) {
        String[] parts = uri.getSchemeSpecificPart().split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }
}
