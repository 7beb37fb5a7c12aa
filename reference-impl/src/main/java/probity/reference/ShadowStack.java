package probity.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The pending {@code hook_return}s of one task, innermost last. Replaceable: a wrong candidate's
 * stack need only be wrong in one of the methods.
 */
public class ShadowStack {
    /** How many returns can be pending on one task. */
    public static final int DEPTH = 32;

    private final List<ShadowFrame> frames = new ArrayList<>();

    /** Whether there is no room for another frame. */
    public boolean isFull() {
        return frames.size() >= DEPTH;
    }

    /** Notes a hooked return; there must be room. */
    public void push(ShadowFrame frame) {
        frames.add(frame);
    }

    /** The frame of a function that is returning with this sp, if its return is hooked. */
    public Optional<ShadowFrame> returning(long sp) {
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        ShadowFrame top = frames.get(frames.size() - 1);
        return top.sp() == sp ? Optional.of(top) : Optional.empty();
    }

    /** Forgets a frame whose function has returned. */
    public void pop(ShadowFrame frame) {
        frames.remove(frames.size() - 1);
    }

    /**
     * Takes out the frames whose functions were left without a return: their stack is in use again.
     *
     * @param sp of a function that is being called or is returning; frames below it are gone
     * @param unlinked whether frames of the same sp are gone as well: a function that was called,
     *     not branched to, has its own return address in the link register
     */
    public List<ShadowFrame> dropStale(long sp, boolean unlinked) {
        List<ShadowFrame> stale = new ArrayList<>();
        while (!frames.isEmpty() && isStale(frames.get(frames.size() - 1), sp, unlinked)) {
            stale.add(frames.remove(frames.size() - 1));
        }
        return stale;
    }

    /** Takes out everything, for a task that ends. */
    public List<ShadowFrame> clear() {
        List<ShadowFrame> all = List.copyOf(frames);
        frames.clear();
        return all;
    }

    /** All frames, innermost first. */
    public List<ShadowFrame> pending() {
        List<ShadowFrame> reversed = new ArrayList<>(frames);
        Collections.reverse(reversed);
        return reversed;
    }

    private static boolean isStale(ShadowFrame frame, long sp, boolean unlinked) {
        int order = Long.compareUnsigned(frame.sp(), sp);
        return order < 0 || order == 0 && unlinked;
    }
}
