package probity.reference;

import java.util.HashSet;
import java.util.Set;

/**
 * Keeps a probe's handlers from running inside themselves, on one task. Other probes may run inside
 * them: then the nesting ends at the latest when every probe is on the stack once.
 */
public class RecursionGuard {
    private final Set<AttachedProbe> running = new HashSet<>();

    /** A handler of the probe wants to run; whether it may. Then {@link #leave} must follow. */
    public boolean enter(AttachedProbe probe) {
        return running.add(probe);
    }

    /** A fault has ended a handler of the probe; {@link #leave} follows as ever. */
    public void faulted(AttachedProbe probe) {}

    /** A handler of the probe has ended. */
    public void leave(AttachedProbe probe) {
        running.remove(probe);
    }

    /** The task has ended, whatever was running. */
    public void clear() {
        running.clear();
    }
}
