package probity.reference;

import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Finds the true return address behind a trampoline's. A pending return may itself have saved a
 * trampoline's address: two kinds of hook on one function, or a tail call; then one leads to the
 * next.
 */
public class ReturnResolver {
    private final Trampolines trampolines;

    /** For these trampolines. */
    public ReturnResolver(Trampolines trampolines) {
        this.trampolines = trampolines;
    }

    /**
     * The true address.
     *
     * @param task whose stack it is about
     * @param address what stands where a return address should; returned as it is if it leads to no
     *     trampoline
     * @param frame which pending returns belong to the frame in question
     * @return empty if no pending return accounts for it
     */
    public OptionalLong resolve(Task task, long address, Predicate<PendingReturn> frame) {
        Iterator<? extends PendingReturn> exits = task.shadow().pending().iterator();
        Iterator<? extends PendingReturn> kretprobes = task.instances().iterator();
        long found = address;
        while (trampolines.isReturnTrampoline(found)) {
            boolean kretprobe =
                    trampolines.kretprobeAddress().isPresent()
                            && trampolines.kretprobeAddress().getAsLong() == found;
            PendingReturn pending = next(kretprobe ? kretprobes : exits, frame);
            if (pending == null) {
                return OptionalLong.empty();
            }
            found = pending.saved();
        }
        return OptionalLong.of(found);
    }

    private static PendingReturn next(
            Iterator<? extends PendingReturn> pending, Predicate<PendingReturn> frame) {
        while (pending.hasNext()) {
            PendingReturn candidate = pending.next();
            if (frame.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
