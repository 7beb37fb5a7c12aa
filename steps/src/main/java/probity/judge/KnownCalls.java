package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.StepResult;
import probity.spi.Target;

/**
 * Stands in for the activations of a machine that shows none, such as a booted kernel: one for each
 * call of the plan that returned, with the target's fixed arguments and known results. What such a
 * function calls itself is not known.
 */
final class KnownCalls {
    private static final int FIRST = Integer.MIN_VALUE;

    private KnownCalls() {}

    /** Whether this activation is one of ours; its return address is unknown then. */
    static boolean isMade(Activation activation) {
        return activation.id() < 0;
    }

    /** The same execution, with activations where it has none. */
    static Execution complete(Plan unhooked, Execution seen, Names names) {
        if (!seen.activations().isEmpty()) {
            return seen;
        }
        List<Activation> made = new ArrayList<>();
        for (int i = 0; i < seen.steps().size(); i++) {
            StepResult result = seen.steps().get(i);
            if (unhooked.steps().get(i) instanceof Plan.Call call
                    && result instanceof CallResult end
                    && end.ending() == Ending.RETURNED) {
                made.add(activation(i, made.size(), call, end, names));
            }
        }
        return new Execution(
                seen.steps(), seen.events(), made, seen.irregularities(), seen.trampolines());
    }

    private static Activation activation(
            int step, int number, Plan.Call call, CallResult end, Names names) {
        Map<Point, RegisterFile> points = new HashMap<>();
        points.put(Point.CALL, call.registers());
        names.target(call.function())
                .flatMap(Target::fixedArguments)
                .ifPresent(known -> points.put(Point.CALL, known));
        names.target(call.function())
                .flatMap(Target::knownResults)
                .ifPresent(known -> points.put(Point.RETURN, known));
        end.after().ifPresent(after -> points.put(Point.AFTER, after));
        return new Activation(
                FIRST + number,
                OptionalInt.empty(),
                call.task(),
                call.cpu(),
                step,
                call.function(),
                0,
                false,
                points,
                Activation.End.RETURNED,
                2 * number,
                OptionalInt.of(2 * number + 1),
                OptionalInt.empty());
    }
}
