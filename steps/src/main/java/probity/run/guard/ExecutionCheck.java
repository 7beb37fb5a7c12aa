package probity.run.guard;

import java.util.List;
import probity.spi.AttachResult;
import probity.spi.CallResult;
import probity.spi.Description;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Refused;
import probity.spi.StepResult;
import probity.spi.TrampolineRun;
import probity.spi.Walk;

/** Does an execution make sense as an answer to its plan? */
final class ExecutionCheck {
    private final Plan plan;
    private final Problems problems;
    private final KnownProbes probes;

    ExecutionCheck(Plan plan, Description description, KnownProbes probes) {
        this.plan = plan;
        this.problems = new Problems(description.architecture());
        this.probes = probes;
    }

    /** The execution, if it makes sense; throws otherwise. */
    Execution check(Execution execution) {
        AnswerCheck.notNull("execution", execution);
        probes.learn(plan, execution.steps());
        steps(execution.steps());
        EventCheck events = new EventCheck(problems, probes);
        for (int i = 0; i < execution.events().size(); i++) {
            events.check(i, execution.events().get(i));
        }
        new ActivationCheck(problems, plan.steps().size()).check(execution.activations());
        execution.irregularities().forEach(i -> problems.text("An irregularity", "text", i.text()));
        execution.trampolines().forEach(this::trampoline);
        Nonsense.throwIfAny(problems.sentences(), execution);
        return execution;
    }

    private void steps(List<StepResult> results) {
        int planned = plan.steps().size();
        problems.unless(
                results.size() <= planned,
                "There are %d step results for a plan of %d steps.",
                results.size(),
                planned);
        boolean stopped =
                !results.isEmpty()
                        && results.get(results.size() - 1) instanceof CallResult call
                        && isFatal(call.ending());
        problems.unless(
                results.size() >= planned || stopped,
                "Only %d of %d steps were run, although no call ended as TRAP, BUDGET or LOST.",
                results.size(),
                planned);
        for (int i = 0; i < Math.min(results.size(), planned); i++) {
            step("Step " + i, plan.steps().get(i), results.get(i));
        }
    }

    static boolean isFatal(Ending ending) {
        return ending == Ending.TRAP || ending == Ending.BUDGET || ending == Ending.LOST;
    }

    private void step(String where, Plan.Step step, StepResult result) {
        problems.unless(
                fits(step, result),
                "%s (%s) is answered by a %s.",
                where,
                step.getClass().getSimpleName(),
                result.getClass().getSimpleName());
        if (result instanceof CallResult call) {
            CallCheck.check(problems, where, call);
        } else if (result instanceof Refused refused) {
            AnswerCheck.refused(problems, where, refused);
        }
    }

    private static boolean fits(Plan.Step step, StepResult result) {
        if (step instanceof Plan.Call || step instanceof Plan.Continue) {
            return result instanceof CallResult;
        }
        if (step instanceof Plan.Attach) {
            return result instanceof AttachResult;
        }
        if (step instanceof Plan.WalkTask) {
            return result instanceof Walk;
        }
        if (step instanceof Plan.Move || step instanceof Plan.EndTask) {
            return result instanceof Done;
        }
        return result instanceof Done || result instanceof Refused;
    }

    private void trampoline(TrampolineRun run) {
        problems.text("A trampoline run", "symbol", run.symbol());
        problems.notNegative("A trampoline run", "number of instructions", run.instructions());
        problems.notNegative("A trampoline run", "number of bytes stored", run.bytesStored());
        problems.notNegative("A trampoline run", "number of bytes loaded", run.bytesLoaded());
    }
}
