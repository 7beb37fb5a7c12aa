package probity.run.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.run.Docket;
import probity.run.Session;
import probity.run.guard.VmEnd;
import probity.spi.Diagnostic;

/**
 * Opens the candidates of a run, each once and all before the first is heard: an address that leads
 * nowhere is told before others have been judged for minutes. Closed, it lets go of those that it
 * did not hand over, as they were never heard.
 */
final class Opening implements AutoCloseable {
    private final RunDescriptor run;
    private final EngineExecutionListener listener;
    private final Path results;
    private final Map<CandidateDescriptor, Docket> dockets = new LinkedHashMap<>();

    Opening(RunDescriptor run, EngineExecutionListener listener, Path results) {
        this.run = run;
        this.listener = listener;
        this.results = results;
    }

    /**
     * Opens them.
     *
     * @return what is to be executed: of a candidate that cannot be opened, a test that fails
     */
    List<TestDescriptor> open() {
        List<TestDescriptor> children = new ArrayList<>();
        try (LastWord lastWord = new LastWord(() -> run.session().ifPresent(this::brokenOff))) {
            for (TestDescriptor child : List.copyOf(run.getChildren())) {
                children.add(
                        child instanceof CandidateDescriptor candidate ? opened(candidate) : child);
            }
        }
        return children;
    }

    /** What came of a candidate that could be opened, for who hears it and then lets go of it. */
    Docket handOver(CandidateDescriptor candidate) {
        return dockets.remove(candidate);
    }

    private TestDescriptor opened(CandidateDescriptor candidate) {
        Optional<Diagnostic> problem;
        try {
            Docket docket =
                    run.session()
                            .orElseThrow()
                            .open(
                                    candidate.address(),
                                    candidate.entries().stream()
                                            .map(EntryDescriptor::entry)
                                            .toList());
            problem = docket.problem();
            if (problem.isEmpty()) {
                dockets.put(candidate, docket);
            }
        } catch (RuntimeException | ServiceConfigurationError e) {
            problem = Optional.of(Discovery.unreadable(e));
        }
        if (problem.isEmpty()) {
            return candidate;
        }
        SetUpDescriptor setUp = run.replace(candidate, problem.get());
        listener.dynamicTestRegistered(setUp);
        return setUp;
    }

    /** The virtual machine ends while candidates are opened: reports the one that was. */
    private void brokenOff(Session session) {
        Optional<Docket> opening = session.openingAtEnd(VmEnd.now());
        if (opening.isPresent()) {
            String address = opening.get().address();
            Diagnostic problem = opening.get().problem().orElseThrow();
            Ruling ruling = Session.notSetUp(address, problem);
            Reporting reporting = new Reporting(results, List.of(), 0);
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

    @Override
    public void close() {
        dockets.values().forEach(docket -> run.session().ifPresent(its -> its.letGo(docket)));
    }
}
