package probity.reference;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import probity.spi.Activation;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.Target;

/** A run of a function that may not have ended yet. */
final class LiveActivation {
    private final ExecutionLog log;
    private final int id;
    private final LiveActivation parent;
    private final Task task;
    private final int cpu;
    private final Target target;
    private final long sp;
    private final long returnAddress;
    private final boolean nested;
    private final int step;
    private final int started;
    private final Map<Point, RegisterFile> points = new EnumMap<>(Point.class);
    private Activation.End end = Activation.End.PENDING;
    private int ended = -1;
    private LiveActivation successor;

    LiveActivation(
            ExecutionLog log,
            LiveActivation parent,
            Task task,
            int cpu,
            Target target,
            long sp,
            long returnAddress) {
        this.log = log;
        this.parent = parent;
        this.task = task;
        this.cpu = cpu;
        this.target = target;
        this.sp = sp;
        this.returnAddress = returnAddress;
        this.nested = !task.runs().isEmpty();
        this.step = log.step();
        this.started = log.nextOrder();
        this.id = log.add(this);
    }

    LiveActivation parent() {
        return parent;
    }

    Target target() {
        return target;
    }

    /** sp as at the call. */
    long sp() {
        return sp;
    }

    long returnAddress() {
        return returnAddress;
    }

    boolean has(Point point) {
        return points.containsKey(point);
    }

    void see(Point point, RegisterFile registers) {
        points.put(point, registers);
    }

    void end(Activation.End how) {
        end = how;
        ended = log.nextOrder();
    }

    void followedBy(LiveActivation tailTarget) {
        successor = tailTarget;
    }

    Activation activation() {
        return new Activation(
                id,
                // one that an earlier plan began has no id in this execution
                parent == null || parent.log != log
                        ? OptionalInt.empty()
                        : OptionalInt.of(parent.id),
                task.id(),
                cpu,
                step,
                target.name(),
                returnAddress,
                nested,
                points,
                end,
                started,
                ended < 0 ? OptionalInt.empty() : OptionalInt.of(ended),
                successor == null ? OptionalInt.empty() : OptionalInt.of(successor.id));
    }
}
