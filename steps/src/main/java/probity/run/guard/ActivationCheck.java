package probity.run.guard;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import probity.spi.Activation;

/** Do the activations of an execution fit together? */
final class ActivationCheck {
    private final Problems problems;
    private final int steps;
    private final Set<Integer> positions = new HashSet<>();

    ActivationCheck(Problems problems, int steps) {
        this.problems = problems;
        this.steps = steps;
    }

    void check(List<Activation> activations) {
        int last = -1;
        for (int i = 0; i < activations.size(); i++) {
            Activation activation = activations.get(i);
            String where = "Activation " + i;
            problems.unless(activation.id() == i, "%s has the number %d.", where, activation.id());
            problems.unless(
                    activation.started() > last,
                    "%s started at position %d, before the one that precedes it.",
                    where,
                    activation.started());
            last = activation.started();
            one(where, activation, activations.size());
        }
    }

    private void one(String where, Activation activation, int count) {
        problems.text(where, "function", activation.function());
        problems.notNegative(where, "task", activation.task());
        problems.notNegative(where, "CPU", activation.cpu());
        // State persists between plans: what an earlier plan started may end in this one.
        problems.unless(
                activation.step() < steps,
                "%s is of step %d of a plan of %d.",
                where,
                activation.step(),
                steps);
        activation.points().forEach((at, file) -> problems.registers(where + " at " + at, file));
        position(where, activation.started());
        if (activation.ended().isPresent()) {
            int ended = activation.ended().getAsInt();
            problems.unless(
                    ended > activation.started(),
                    "%s ended at position %d, but started at %d.",
                    where,
                    ended,
                    activation.started());
            position(where, ended);
        }
        reference(where, "parent", activation.parent(), count);
        reference(where, "successor", activation.successor(), count);
    }

    private void reference(String where, String what, OptionalInt other, int count) {
        problems.unless(
                other.isEmpty() || other.getAsInt() >= 0 && other.getAsInt() < count,
                "%s has the %s %d, which there is not.",
                where,
                what,
                other.orElse(0));
    }

    private void position(String where, int position) {
        problems.unless(
                positions.add(position),
                "%s takes position %d, which is taken already.",
                where,
                position);
    }
}
