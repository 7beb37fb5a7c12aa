package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Target;

/**
 * The frames that a walk must show, innermost first.
 *
 * @param head where the walk starts
 * @param callers the addresses in the callers, the direct one first; the last one is the root's,
 *     for which a walk may show nothing
 * @param hooked those among the callers' addresses that a return hook has replaced on the stack
 * @param complete whether all of this was seen
 */
record Chain(List<Long> head, List<Long> callers, List<Long> hooked, boolean complete) {

    /**
     * The frames at an event. A kretprobe's entry handler runs at a breakpoint or at the patch
     * site, whichever its walk begins with.
     */
    static Chain of(Expectation expectation, Slot slot, List<Long> walk) {
        ProbeKind kind = slot.attachment().probe().kind();
        Span span = slot.span();
        Target target = span.target().orElseThrow();
        boolean breakpoint =
                kind == ProbeKind.KPROBE
                        || kind == ProbeKind.KRETPROBE && walk.indexOf(target.address()) == 0;
        if (slot.side() == Side.ENTRY) {
            long pc = breakpoint ? target.address() : target.resumeAddress();
            return of(expectation, span, List.of(pc), span);
        }
        return of(expectation, span, List.of(), null);
    }

    /** The frames of a task that blocks in this activation; where exactly is not known. */
    static Chain ofBlocked(Expectation expectation, Span span) {
        return of(expectation, span, List.of(), span);
    }

    private static Chain of(
            Expectation expectation, Span span, List<Long> head, Span firstPending) {
        List<Long> known = expectation.callers(span);
        List<Long> callers = new ArrayList<>(known);
        List<Long> hooked = new ArrayList<>();
        boolean complete = true;
        boolean pending = firstPending != null;
        Optional<Span> frame = Optional.of(span);
        while (frame.isPresent()) {
            Optional<Long> address = expectation.returnAddress(frame.get());
            complete &= address.isPresent();
            if (known.isEmpty()) {
                address.ifPresent(callers::add);
            }
            if (pending && address.isPresent() && expectation.returnHooks().isHooked(frame.get())) {
                hooked.add(address.get());
            }
            pending = true;
            frame = expectation.timeline().parent(frame.get());
        }
        return new Chain(head, List.copyOf(callers), List.copyOf(hooked), complete);
    }

    /** All frames, without the root's where there are others. */
    List<Long> frames() {
        List<Long> all = all();
        return all.size() > 1 ? all.subList(0, all.size() - 1) : all;
    }

    /** All frames, the root's included. */
    List<Long> all() {
        List<Long> all = new ArrayList<>(head);
        all.addAll(callers);
        return all;
    }

    /** The callers' addresses, without the root's. */
    List<Long> ancestors() {
        return callers.isEmpty() ? callers : callers.subList(0, callers.size() - 1);
    }

    /** The frames of a walk that are in some target or among these. */
    List<Long> known(List<Long> walk, Names names) {
        return walk.stream()
                .filter(frame -> names.at(frame).isPresent() || all().contains(frame))
                .toList();
    }

    /** Whether a walk shows exactly this, cut off at the declared depth. */
    boolean isShownBy(List<Long> walk, int depth) {
        return walk.equals(cut(frames(), depth)) || walk.equals(cut(all(), depth));
    }

    /** Whether a walk shows exactly this, but for the direct caller. */
    boolean isShownWithoutCallerBy(List<Long> walk, int depth) {
        if (head.isEmpty() || callers.size() < 2) {
            return false;
        }
        List<Long> rest = callers.subList(1, callers.size());
        return new Chain(head, rest, List.of(), complete).isShownBy(walk, depth);
    }

    /** Addresses of hooked frames that a walk lacks; one per frame. */
    List<Long> unresolved(List<Long> walk, int depth) {
        Map<Long, Integer> shown = new HashMap<>();
        walk.forEach(frame -> shown.merge(frame, 1, Integer::sum));
        List<Long> lacking = new ArrayList<>();
        for (long address : demanded(depth)) {
            if (shown.merge(address, -1, Integer::sum) < 0) {
                lacking.add(address);
            }
        }
        return lacking;
    }

    /** The hooked frames that a walk within this depth has to show. */
    List<Long> demanded(int depth) {
        List<Long> within = new ArrayList<>(cut(frames(), depth));
        List<Long> demanded = new ArrayList<>();
        for (long address : hooked) {
            if (within.remove(address)) {
                demanded.add(address);
            }
        }
        return demanded;
    }

    private static List<Long> cut(List<Long> frames, int depth) {
        return frames.size() > depth ? frames.subList(0, depth) : frames;
    }
}
