package probity.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.spi.CallResult;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Refused;
import probity.spi.StepResult;

/** Runs plans, step by step. */
final class PlanRunner {
    private static final Set<Ending> FATAL = Set.of(Ending.TRAP, Ending.BUDGET, Ending.LOST);

    private final EmulatedInstance instance;
    private final Scheduler scheduler;

    PlanRunner(EmulatedInstance instance, Scheduler scheduler) {
        this.instance = instance;
        this.scheduler = scheduler;
    }

    Execution run(Plan plan) {
        ExecutionLog log = instance.newLog();
        scheduler.begin(log);
        List<StepResult> results = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            log.step(results.size());
            StepResult result = perform(step);
            results.add(result);
            if (result instanceof CallResult && FATAL.contains(((CallResult) result).ending())) {
                break;
            }
        }
        return log.execution(results);
    }

    private StepResult perform(Plan.Step step) {
        if (step instanceof Plan.Call) {
            Plan.Call call = (Plan.Call) step;
            return scheduler.call(call, instance.target(call.function()));
        }
        if (step instanceof Plan.Continue) {
            return scheduler.goOn(((Plan.Continue) step).task());
        }
        if (step instanceof Plan.Move) {
            Plan.Move move = (Plan.Move) step;
            scheduler.move(move.task(), move.cpu());
            return new Done();
        }
        if (step instanceof Plan.WalkTask) {
            return scheduler.walk(((Plan.WalkTask) step).task());
        }
        if (step instanceof Plan.EndTask) {
            scheduler.end(((Plan.EndTask) step).task());
            return new Done();
        }
        if (step instanceof Plan.Attach) {
            return instance.attach(((Plan.Attach) step).probe());
        }
        if (step instanceof Plan.Detach) {
            return done(instance.detach(((Plan.Detach) step).probe()));
        }
        if (step instanceof Plan.Enable) {
            return done(instance.enable(((Plan.Enable) step).probe(), true));
        }
        if (step instanceof Plan.Disable) {
            return done(instance.enable(((Plan.Disable) step).probe(), false));
        }
        throw new IllegalStateException("There is no way to do " + step + ".");
    }

    private static StepResult done(Optional<Refused> refused) {
        return refused.isPresent() ? refused.get() : new Done();
    }
}
