package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import probity.spi.Action;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Side;

/**
 * A probe from its attachment to its detachment. Steps are indices into the plan; a step takes
 * effect for the steps after it.
 */
final class Attachment {
    private final Probe probe;
    private final int attached;
    private int detached = Integer.MAX_VALUE;
    private final TreeMap<Integer, Boolean> enabled = new TreeMap<>();

    private Attachment(Probe probe, int attached) {
        this.probe = probe;
        this.attached = attached;
        enabled.put(attached, true);
    }

    /** The attachments that a plan makes, given the steps that were refused. */
    static List<Attachment> of(Plan plan, Set<Integer> refused) {
        List<Attachment> all = new ArrayList<>();
        Map<String, Attachment> live = new HashMap<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            if (refused.contains(i)) {
                continue;
            }
            Plan.Step step = plan.steps().get(i);
            if (step instanceof Plan.Attach attach) {
                Attachment made = new Attachment(attach.probe(), i);
                all.add(made);
                live.put(attach.probe().name(), made);
            } else if (step instanceof Plan.Detach detach && live.containsKey(detach.probe())) {
                live.remove(detach.probe()).detached = i;
            } else if (step instanceof Plan.Enable on && live.containsKey(on.probe())) {
                live.get(on.probe()).enabled.put(i, true);
            } else if (step instanceof Plan.Disable off && live.containsKey(off.probe())) {
                live.get(off.probe()).enabled.put(i, false);
            }
        }
        return all;
    }

    Probe probe() {
        return probe;
    }

    boolean covers(String function) {
        return probe.functions().contains(function);
    }

    boolean attachedIn(int step) {
        return attached < step && step < detached;
    }

    boolean detachedBefore(int step) {
        return detached < step;
    }

    boolean enabledIn(int step) {
        Map.Entry<Integer, Boolean> last = enabled.lowerEntry(step);
        return last != null && last.getValue();
    }

    /** Whether it was disabled by a step between these two, however short. */
    boolean disabledBetween(int from, int to) {
        return from < to && enabled.subMap(from, false, to, false).containsValue(false);
    }

    /** Whether it takes part in a call of a function that starts in this step. */
    boolean isHitBy(String function, int step) {
        return covers(function) && attachedIn(step) && enabledIn(step);
    }

    /** Whether it takes part in an activation. */
    boolean isHitBy(Span span) {
        return isHitBy(span.function(), span.startStep());
    }

    boolean has(Side side) {
        return probe.script(side).isPresent();
    }

    /**
     * Whether the entry handler cancels its exit, for all that its script says. One that faults
     * does not come to return anything.
     */
    boolean cancels() {
        return has(Side.EXIT) && reaches(Side.ENTRY, Action.Cancel.class) && !faultsAtEntry();
    }

    /** Whether the entry handler faults: what that means for its exit is nobody's promise. */
    boolean faultsAtEntry() {
        return reaches(Side.ENTRY, Action.Fault.class);
    }

    /** Whether a handler does such a thing before it faults, if it faults. */
    boolean reaches(Side side, Class<? extends Action> kind) {
        return reached(side).stream().anyMatch(kind::isInstance);
    }

    /** Whether a handler calls functions. */
    boolean callsOut() {
        return reaches(Side.ENTRY, Action.Call.class) || reaches(Side.EXIT, Action.Call.class);
    }

    /** What the handler of one side does up to its fault, which is the last if it faults. */
    List<Action> reached(Side side) {
        List<Action> all = actions(side);
        int end = 0;
        while (end < all.size() && !(all.get(end) instanceof Action.Fault)) {
            end++;
        }
        return all.subList(0, Math.min(end + 1, all.size()));
    }

    /** All that the script of one side says; nothing if there is none. */
    List<Action> actions(Side side) {
        return probe.actions(side);
    }
}
