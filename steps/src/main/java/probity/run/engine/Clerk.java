package probity.run.engine;

import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import probity.report.Ruling;

/**
 * Tells JUnit and the minutes of what is heard of one candidate, in whichever order: a feature
 * starts before its first test and finishes after its last. For one thread.
 */
final class Clerk {
    private final EngineExecutionListener listener;
    private final Minutes minutes;
    private final Map<TestDescriptor, Integer> left = new HashMap<>();

    Clerk(EngineExecutionListener listener, Minutes minutes) {
        this.listener = listener;
        this.minutes = minutes;
    }

    /** Somebody begins to hear an entry. */
    void begun(EntryDescriptor entry) {
        TestDescriptor feature = entry.getParent().orElseThrow();
        if (left.putIfAbsent(feature, feature.getChildren().size()) == null) {
            listener.executionStarted(feature);
        }
        listener.executionStarted(entry);
    }

    /** It was ruled on. */
    void ruled(EntryDescriptor entry, Ruling ruling) {
        minutes.ruled(entry.address(), ruling);
        listener.executionFinished(entry, TestResults.of(ruling));
        TestDescriptor feature = entry.getParent().orElseThrow();
        if (left.merge(feature, -1, Integer::sum) == 0) {
            listener.executionFinished(feature, TestExecutionResult.successful());
        }
    }
}
