package probity.run.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.run.Hearing;
import probity.run.Session;

/** Executes the tree of a run, and writes the reports at its end. */
final class EngineRun {
    private final RunDescriptor run;
    private final EngineExecutionListener listener;
    private final List<CandidateReport> found = new ArrayList<>();

    EngineRun(RunDescriptor run, EngineExecutionListener listener) {
        this.run = run;
        this.listener = listener;
    }

    /** Executes; what closes to say what was found, if something was asked for. */
    Optional<Reporting> execute() {
        listener.executionStarted(run);
        Optional<Reporting> reporting = run.results().map(this::execute);
        listener.executionFinished(run, TestExecutionResult.successful());
        return reporting;
    }

    private Reporting execute(Path results) {
        Reporting reporting =
                new Reporting(
                        results,
                        run.session().map(Session::clauses).orElse(List.of()),
                        run.entries());
        for (TestDescriptor child : run.getChildren()) {
            if (child instanceof SetUpDescriptor setUp) {
                notSetUp(setUp, reporting);
            } else if (child instanceof CandidateDescriptor candidate) {
                hear(candidate, reporting, results);
            }
        }
        reporting.finish(
                run.session()
                        .map(session -> session.report(found, run.leftOut()))
                        .orElseGet(() -> Session.unopened(found)));
        return reporting;
    }

    private void notSetUp(SetUpDescriptor setUp, Reporting reporting) {
        listener.executionStarted(setUp);
        Ruling ruling = Session.notSetUp(setUp.name(), setUp.problem());
        found.add(new CandidateReport(setUp.name(), Optional.empty(), List.of(ruling)));
        reporting.ruled(setUp.name(), ruling);
        listener.executionFinished(setUp, TestResults.of(ruling));
    }

    private void hear(CandidateDescriptor candidate, Reporting reporting, Path results) {
        listener.executionStarted(candidate);
        try (Hearing hearing = run.session().orElseThrow().hearing(candidate.docket(), results)) {
            for (TestDescriptor feature : candidate.getChildren()) {
                listener.executionStarted(feature);
                for (TestDescriptor test : feature.getChildren()) {
                    listener.executionStarted(test);
                    Ruling ruling = hearing.hear(((EntryDescriptor) test).entry());
                    reporting.ruled(candidate.docket().address(), ruling);
                    listener.executionFinished(test, TestResults.of(ruling));
                }
                listener.executionFinished(feature, TestExecutionResult.successful());
            }
            found.add(hearing.report());
        }
        listener.executionFinished(candidate, TestExecutionResult.successful());
    }
}
