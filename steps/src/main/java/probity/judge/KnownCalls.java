package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final long UNKNOWN = 0;
    private static final List<String> STACK = List.of("x29", "sp");

    private KnownCalls() {}

    /** Whether this activation is one of ours; nobody saw what it called then. */
    static boolean isMade(Activation activation) {
        return activation.id() < 0;
    }

    /** The addresses in the callers of one of ours, the direct one first; empty if unknown. */
    static List<Long> callers(Optional<Target> target) {
        return target.map(Target::knownCallers).orElse(List.of());
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
        Optional<Target> target = names.target(call.function());
        target.flatMap(Target::fixedArguments)
                .ifPresent(known -> points.put(Point.CALL, of(call.task(), known)));
        target.flatMap(Target::knownResults)
                .ifPresent(known -> points.put(Point.RETURN, of(call.task(), known)));
        end.after().ifPresent(after -> points.put(Point.AFTER, after));
        return new Activation(
                FIRST + number,
                OptionalInt.empty(),
                call.task(),
                call.cpu(),
                step,
                call.function(),
                callers(target).stream().findFirst().orElse(UNKNOWN),
                false,
                points,
                Activation.End.RETURNED,
                2 * number,
                OptionalInt.of(2 * number + 1),
                OptionalInt.empty());
    }

    /** Every task has a stack of its own, and what is known is of the first one's. */
    private static RegisterFile of(int task, RegisterFile known) {
        return task == 0 ? known : known.without(STACK);
    }
}
