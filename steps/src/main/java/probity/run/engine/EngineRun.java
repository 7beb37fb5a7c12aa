package probity.run.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import probity.report.Ruling;
import probity.run.Docket;
import probity.run.Hearing;
import probity.run.Lane;

/** Executes the tree of a run, and writes the reports at its end. */
final class EngineRun {
    private final RunDescriptor run;
    private final EngineExecutionListener listener;

    EngineRun(RunDescriptor run, EngineExecutionListener listener) {
        this.run = run;
        this.listener = listener;
    }

    /** Executes; what closes to say what was found, if something was asked for. */
    Optional<Minutes> execute() {
        listener.executionStarted(run);
        Optional<Minutes> minutes = run.results().map(this::execute);
        listener.executionFinished(run, TestExecutionResult.successful());
        return minutes;
    }

    private Minutes execute(Path results) {
        try (Opening opening = new Opening(run, listener, results)) {
            List<TestDescriptor> children = opening.open();
            Minutes minutes = new Minutes(run, results);
            for (TestDescriptor child : children) {
                if (child instanceof SetUpDescriptor setUp) {
                    notSetUp(setUp, minutes);
                } else if (child instanceof CandidateDescriptor candidate) {
                    hear(candidate, opening, minutes, results);
                }
            }
            minutes.end();
            return minutes;
        }
    }

    private void notSetUp(SetUpDescriptor setUp, Minutes minutes) {
        listener.executionStarted(setUp);
        Ruling ruling = setUp.ruling();
        minutes.ruled(setUp.name(), ruling);
        listener.executionFinished(setUp, TestResults.of(ruling));
    }

    private void hear(
            CandidateDescriptor candidate, Opening opening, Minutes minutes, Path results) {
        listener.executionStarted(candidate);
        Docket docket = opening.handOver(candidate);
        try (Hearing hearing = run.session().orElseThrow().hearing(docket, results)) {
            Proceedings proceedings = new Proceedings();
            minutes.begin(candidate.address(), hearing, proceedings);
            hear(candidate, hearing, proceedings, new Clerk(listener, minutes));
            candidate.record().ifPresent(record -> compare(record, hearing, minutes));
        }
        listener.executionFinished(candidate, TestExecutionResult.successful());
    }

    private static void hear(
            CandidateDescriptor candidate, Hearing hearing, Proceedings proceedings, Clerk clerk) {
        List<Lane> lanes = hearing.lanes();
        if (lanes.size() > 1) {
            new LanesRun(lanes, candidate.entries(), proceedings, clerk).execute();
            return;
        }
        for (EntryDescriptor entry : candidate.entries()) {
            clerk.begun(entry);
            clerk.ruled(entry, lanes.get(0).hear(entry.entry()));
        }
    }

    private void compare(RecordDescriptor record, Hearing hearing, Minutes minutes) {
        listener.executionStarted(record);
        Ruling ruling = hearing.compareWithRecord();
        minutes.ruled(record.address(), ruling);
        listener.executionFinished(record, TestResults.of(ruling));
    }
}
