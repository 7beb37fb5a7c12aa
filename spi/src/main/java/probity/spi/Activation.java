package probity.spi;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of one function, hooked or not, as the machine saw it.
 *
 * @param id numbers the activations of an execution in the order of their start, from 0
 * @param parent the activation that called it; empty for a call of the plan. A tail call's parent
 *     is that of the function that branched
 * @param task on which task
 * @param cpu on which CPU it started
 * @param step index of the plan step in which it started
 * @param function its symbol
 * @param returnAddress the true address in the caller
 * @param nested whether it was called from inside a handler
 * @param points the registers at each point that was reached and seen
 * @param end how it ended
 * @param started position of its start among all starts and ends of the execution
 * @param ended position of its end, if it ended
 * @param successor the activation that it tail-called, if any
 */
public record Activation(
        int id,
        OptionalInt parent,
        int task,
        int cpu,
        int step,
        String function,
        long returnAddress,
        boolean nested,
        Map<Point, RegisterFile> points,
        End end,
        int started,
        OptionalInt ended,
        OptionalInt successor) {
    public Activation {
        Given.value(parent, "Activation.parent");
        Given.value(function, "Activation.function");
        points = Given.map(points, "Activation.points");
        Given.value(end, "Activation.end");
        Given.value(ended, "Activation.ended");
        Given.value(successor, "Activation.successor");
    }

    /** How an activation ended. */
    public enum End {
        /** It returned to its caller. */
        RETURNED,
        /** It branched to another function, which returns in its place. */
        TAIL_CALLED,
        /** Its frame was left without a return. */
        UNWOUND,
        /** It has not ended. */
        PENDING
    }

    /** The registers at a point, if they were seen. */
    public Optional<RegisterFile> at(Point point) {
        return Optional.ofNullable(points.get(point));
    }
}
