package probity.run.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import probity.catalogue.CatalogueException;
import probity.report.Subject;
import probity.run.Entry;
import probity.run.InvalidSettings;
import probity.run.Library;
import probity.run.Session;
import probity.spi.Diagnostic;

/**
 * Builds the tree of a run. Whatever goes wrong becomes a failing test in it. No candidate is
 * opened for that: a build tool may discover twice, or what it never runs.
 */
final class Discovery {
    private static final String DEFAULT_RESULTS = "allure-results";

    private final RunDescriptor run;
    private final ConfigurationParameters parameters;

    Discovery(RunDescriptor run, ConfigurationParameters parameters) {
        this.run = run;
        this.parameters = parameters;
    }

    void discover(List<String> folders) {
        run.reportTo(Path.of(parameters.get(ProbityTestEngine.RESULTS).orElse(DEFAULT_RESULTS)));
        try {
            Library library =
                    Library.of(
                            folders,
                            parameters.get(ProbityTestEngine.STEPS).orElse(Library.STEPS),
                            parameters
                                    .get(ProbityTestEngine.PROPERTIES)
                                    .orElse(Library.PROPERTIES));
            Session session =
                    Session.open(ProbityTestEngine.properties(parameters), library.catalogue());
            List<Entry> entries = session.chosen(library.entries());
            session.candidates().forEach(address -> candidate(session, address, entries));
            run.begin(session);
        } catch (InvalidSettings e) {
            e.diagnostics().forEach(problem -> notSetUp("options", problem));
        } catch (CatalogueException e) {
            notSetUp("catalogue", e.diagnostic());
        } catch (RuntimeException | ServiceConfigurationError e) {
            notSetUp("preparation", unreadable(e));
        }
        run.keepCount();
    }

    static Diagnostic unreadable(Throwable e) {
        return new Diagnostic(
                "cannot-prepare",
                "The run cannot be prepared.",
                List.of(String.valueOf(e.getMessage())),
                "");
    }

    private void notSetUp(String name, Diagnostic problem) {
        int number = run.getChildren().size() + 1;
        String unique = number == 1 ? name : name + " (" + number + ")";
        run.addChild(new SetUpDescriptor(run.getUniqueId(), unique, problem));
    }

    private void candidate(Session session, String address, List<Entry> entries) {
        CandidateDescriptor candidate =
                new CandidateDescriptor(run.getUniqueId(), address, entries.size());
        run.addChild(candidate);
        Map<String, TestDescriptor> features = new HashMap<>();
        for (Entry entry : entries) {
            Subject subject = entry.subject();
            TestDescriptor feature =
                    features.computeIfAbsent(
                            subject.feature(),
                            name -> {
                                TestDescriptor made =
                                        new FeatureDescriptor(
                                                candidate.getUniqueId(),
                                                address,
                                                subject.chapter(),
                                                name);
                                candidate.addChild(made);
                                return made;
                            });
            feature.addChild(new EntryDescriptor(feature.getUniqueId(), address, entry));
        }
        if (session.comparesWithRecords()) {
            candidate.addChild(new RecordDescriptor(candidate.getUniqueId(), address));
        }
    }
}
