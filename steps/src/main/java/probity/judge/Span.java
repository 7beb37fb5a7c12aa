package probity.judge;

import java.util.Optional;
import java.util.OptionalInt;
import probity.spi.Activation;
import probity.spi.Target;

/**
 * An activation of the unhooked run, placed in the plan with its probes.
 *
 * @param activation what the unhooked run showed
 * @param target the function, if it is one that can be hooked
 * @param call the call of the plan it belongs to
 * @param index its place among the call's activations, by start
 * @param startStep the step of the plan with probes in which it starts
 * @param exitStep the step in which it returns to its caller, itself or by the function that it
 *     tail-called; empty if it never does
 * @param start position of its start on its task
 * @param exit position of its return on its task
 * @param last the activation whose {@code ret} is its return: itself, or where a tail call led
 */
record Span(
        Activation activation,
        Optional<Target> target,
        LogicalCall call,
        int index,
        int startStep,
        OptionalInt exitStep,
        int start,
        OptionalInt exit,
        int last) {
    int id() {
        return activation.id();
    }

    int task() {
        return activation.task();
    }

    String function() {
        return activation.function();
    }

    /** Whether it is what the plan calls, and no other function does. */
    boolean isOutermost() {
        return activation.parent().isEmpty() && function().equals(call.call().function());
    }
}
