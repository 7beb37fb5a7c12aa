package probity.run.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import probity.catalogue.CatalogueException;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.Subject;
import probity.run.Docket;
import probity.run.Entry;
import probity.run.InvalidSettings;
import probity.run.Library;
import probity.run.Session;
import probity.run.guard.VmEnd;
import probity.spi.Diagnostic;

/** Builds the tree of a run. Whatever goes wrong becomes a failing test in it. */
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
            try (LastWord lastWord = new LastWord(() -> brokenOff(session))) {
                session.dockets(library.entries()).forEach(docket -> candidate(session, docket));
            }
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

    /** The virtual machine ends while candidates are opened: reports the one that was. */
    private void brokenOff(Session session) {
        Optional<Docket> opening = session.openingAtEnd(VmEnd.now());
        if (opening.isPresent()) {
            String address = opening.get().address();
            Diagnostic problem = opening.get().problem().orElseThrow();
            Ruling ruling = Session.notSetUp(address, problem);
            Reporting reporting = new Reporting(run.results().orElseThrow(), List.of(), 0);
            reporting.ruled(address, ruling);
            reporting.finish(
                    session.report(
                            List.of(
                                    new CandidateReport(
                                            address, Optional.empty(), List.of(ruling))),
                            Optional.empty(),
                            Optional.of(problem.causes().get(0))),
                    List.of());
            reporting.sayAtVmEnd();
        }
    }

    private static Diagnostic unreadable(Throwable e) {
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

    private void candidate(Session session, Docket docket) {
        if (docket.problem().isPresent()) {
            run.addChild(
                    new SetUpDescriptor(
                            run.getUniqueId(), docket.address(), docket.problem().get()));
            return;
        }
        CandidateDescriptor candidate = new CandidateDescriptor(run.getUniqueId(), docket);
        run.addChild(candidate);
        Map<String, TestDescriptor> features = new HashMap<>();
        for (Entry entry : docket.entries()) {
            Subject subject = entry.subject();
            TestDescriptor feature =
                    features.computeIfAbsent(
                            subject.feature(),
                            name -> {
                                TestDescriptor made =
                                        new FeatureDescriptor(
                                                candidate.getUniqueId(),
                                                docket.address(),
                                                subject.chapter(),
                                                name);
                                candidate.addChild(made);
                                return made;
                            });
            feature.addChild(new EntryDescriptor(feature.getUniqueId(), docket.address(), entry));
        }
        if (session.comparesWithRecords()) {
            candidate.addChild(new RecordDescriptor(candidate.getUniqueId(), docket.address()));
        }
    }
}
