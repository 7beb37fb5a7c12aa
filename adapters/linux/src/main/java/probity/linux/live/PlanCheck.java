package probity.linux.live;

import java.util.Map;
import probity.spi.MisuseException;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Target;

/**
 * Whether a step can be run on a kernel at all.
 *
 * @param targets by name
 */
record PlanCheck(Map<String, Target> targets) {
    /**
     * Looks at one step.
     *
     * @throws MisuseException if it cannot be run
     */
    void step(Plan.Step step) {
        if (step instanceof Plan.Call call) {
            call(call);
        } else if (step instanceof Plan.Continue
                || step instanceof Plan.Move
                || step instanceof Plan.WalkTask) {
            throw new MisuseException(
                    "No call blocks or parks on this candidate, so there is nothing for "
                            + step
                            + ".");
        } else if (step instanceof Plan.EndTask) {
            throw new MisuseException("The tasks of this candidate do not end.");
        }
    }

    private void call(Plan.Call call) {
        Target target = targets.get(call.function());
        if (target == null) {
            throw LinuxInstance.unknown(call.function());
        }
        if (call.cpu() != 0) {
            throw new MisuseException("There is one CPU, and none has number " + call.cpu() + ".");
        }
        if (call.depth() < 0 || call.depth() >= target.knownRuns().size()) {
            throw new MisuseException(
                    "%s calls itself at most %d times on this candidate, and not %d."
                            .formatted(
                                    call.function(), target.knownRuns().size() - 1, call.depth()));
        }
        RegisterFile fixed = target.fixedArguments().orElseThrow();
        for (var parameter : target.parameters()) {
            String register = parameter.register();
            if (fixed.has(register)
                    && call.registers().has(register)
                    && !fixed.find(register).equals(call.registers().find(register))) {
                throw new MisuseException(
                        "The kernel calls %s with 0x%x in %s, and nothing else can be chosen."
                                .formatted(call.function(), fixed.get(register), register));
            }
        }
    }
}
