package probity.spi;

import java.util.Arrays;
import java.util.List;

/**
 * What happens, step by step. Tasks are numbered from 0 and start to exist when they are first
 * called on; CPUs are numbered from 0. Steps run one after the other: tasks interleave only where a
 * call blocks or a handler parks.
 *
 * @param steps in order
 */
public record Plan(List<Step> steps) {
    public Plan {
        steps = Given.list(steps, "Plan.steps");
    }

    /** A plan of these steps. */
    public static Plan of(Step... steps) {
        return new Plan(Arrays.asList(steps));
    }

    /** One step of a plan; its {@link StepResult} stands at the same index of the execution. */
    public sealed interface Step {}

    /**
     * Calls a target; answered by a {@link CallResult}.
     *
     * @param task which task calls; it must not have a call pending
     * @param cpu where it runs; no other task may be parked there
     * @param function the target
     * @param registers the registers at the call: arguments, and as many others as are known; what
     *     is absent holds poison. sp, pc, x29 and x30 belong to the machine. x8 is set by the
     *     machine where the target returns through it
     * @param stackArguments the 8-byte arguments on the stack, first at the lowest address
     * @param depth how often a target calls itself that has {@link Target#knownRuns} for that; for
     *     every other target 0
     */
    public record Call(
            int task,
            int cpu,
            String function,
            RegisterFile registers,
            List<Long> stackArguments,
            int depth)
            implements Step {
        public Call {
            Given.value(function, "Plan.Call.function");
            Given.value(registers, "Plan.Call.registers");
            stackArguments = Given.list(stackArguments, "Plan.Call.stackArguments");
        }

        /** A call whose depth, if it has one, is among its arguments. */
        public Call(
                int task,
                int cpu,
                String function,
                RegisterFile registers,
                List<Long> stackArguments) {
            this(task, cpu, function, registers, stackArguments, 0);
        }
    }

    /**
     * Lets a blocked or parked task go on; answered by the {@link CallResult} of its call.
     *
     * @param task which one
     */
    public record Continue(int task) implements Step {}

    /**
     * Moves a blocked task to another CPU (TRN-11); answered by {@link Done}.
     *
     * @param task which one
     * @param cpu where it goes on
     */
    public record Move(int task, int cpu) implements Step {}

    /**
     * Walks a blocked task's stack from outside (PTR-18); answered by a {@link Walk}.
     *
     * @param task which one
     */
    public record WalkTask(int task) implements Step {}

    /**
     * Ends a task, whatever is pending on its stack (TRN-11); answered by {@link Done}.
     *
     * @param task which one
     */
    public record EndTask(int task) implements Step {}

    /**
     * Attaches a probe; answered by an {@link AttachResult}.
     *
     * @param probe the request
     */
    public record Attach(Probe probe) implements Step {
        public Attach {
            Given.value(probe, "Plan.Attach.probe");
        }
    }

    /**
     * Detaches a probe (TRN-07, TRN-08); answered by {@link Done} or {@link Refused}, the latter
     * also where the probe itself was refused.
     *
     * @param probe its name
     */
    public record Detach(String probe) implements Step {
        public Detach {
            Given.value(probe, "Plan.Detach.probe");
        }
    }

    /**
     * Enables a disabled probe (TRN-09); answered by {@link Done} or {@link Refused}.
     *
     * @param probe its name
     */
    public record Enable(String probe) implements Step {
        public Enable {
            Given.value(probe, "Plan.Enable.probe");
        }
    }

    /**
     * Disables a probe without detaching it (TRN-09); answered by {@link Done} or {@link Refused}.
     *
     * @param probe its name
     */
    public record Disable(String probe) implements Step {
        public Disable {
            Given.value(probe, "Plan.Disable.probe");
        }
    }
}
