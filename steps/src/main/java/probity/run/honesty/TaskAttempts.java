package probity.run.honesty;

import java.util.Optional;
import probity.spi.Action;
import probity.spi.CallResult;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Walk;

/** What can be done with tasks and with attached probes, step by step. */
final class TaskAttempts {
    private static final int OTHER_CPU = 1;

    private TaskAttempts() {}

    static Optional<String> enableDisable(Setting setting) {
        for (ProbeKind kind : setting.kindsAt(Side.ENTRY)) {
            Probe probe =
                    Probe.of(Setting.PROBE, kind, setting.plain().name())
                            .onEntry(new Action.Capture("registers"));
            if (setting.attach(probe)) {
                Execution disabled =
                        setting.run(new Plan.Disable(Setting.PROBE), setting.call(setting.plain()));
                Execution enabled =
                        setting.run(new Plan.Enable(Setting.PROBE), setting.call(setting.plain()));
                setting.run(new Plan.Detach(Setting.PROBE));
                if (disabled.steps().get(0) instanceof Done
                        && !Setting.ran(disabled, Side.ENTRY)
                        && enabled.steps().get(0) instanceof Done
                        && Setting.ran(enabled, Side.ENTRY)) {
                    return Optional.of("A " + kind + " probe was disabled and enabled again.");
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> blocking(Setting setting) {
        return blocked(setting, new Plan.Continue(Setting.TASK))
                .filter(execution -> Setting.ending(execution, 1) == Ending.RETURNED)
                .map(execution -> "A call blocked, went on and returned.");
    }

    static Optional<String> walkTask(Setting setting) {
        return blocked(setting, new Plan.WalkTask(Setting.TASK))
                .filter(e -> e.steps().get(1) instanceof Walk walk && !walk.frames().isEmpty())
                .map(execution -> "A blocked task's stack was walked.");
    }

    static Optional<String> migration(Setting setting) {
        return blocked(
                        setting,
                        new Plan.Move(Setting.TASK, OTHER_CPU),
                        new Plan.Continue(Setting.TASK))
                .filter(execution -> Setting.ending(execution, 2) == Ending.RETURNED)
                .map(execution -> "A blocked task went on, on another CPU, and returned.");
    }

    static Optional<String> parking(Setting setting) {
        for (ProbeKind kind : setting.kindsAt(Side.ENTRY)) {
            Probe probe =
                    Probe.of(Setting.PROBE, kind, setting.plain().name())
                            .onEntry(new Action.Park());
            if (setting.attach(probe)) {
                Execution execution =
                        setting.run(setting.call(setting.plain()), new Plan.Continue(Setting.TASK));
                if (Setting.ending(execution, 0) == Ending.PARKED
                        && Setting.ending(execution, 1) == Ending.RETURNED) {
                    return Optional.of("A " + kind + " handler was parked and went on.");
                }
                setting.run(new Plan.Detach(Setting.PROBE));
            }
        }
        return Optional.empty();
    }

    /** Blocks a task, then goes on with these steps; empty if nothing blocks. */
    private static Optional<Execution> blocked(Setting setting, Plan.Step... then) {
        Optional<Target> target = setting.withRole(Role.BLOCKING);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Plan.Step[] steps = new Plan.Step[then.length + 1];
        steps[0] = setting.call(target.get());
        System.arraycopy(then, 0, steps, 1, then.length);
        Execution execution = setting.run(steps);
        return execution.steps().get(0) instanceof CallResult call
                        && call.ending() == Ending.BLOCKED
                        && execution.steps().size() == steps.length
                ? Optional.of(execution)
                : Optional.empty();
    }
}
