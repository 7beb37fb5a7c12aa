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
            if (result instanceof CallResult call && FATAL.contains(call.ending())) {
                break;
            }
        }
        return log.execution(results);
    }

    private StepResult perform(Plan.Step step) {
        if (step instanceof Plan.Call call) {
            return scheduler.call(call, instance.target(call.function()));
        }
        if (step instanceof Plan.Continue goOn) {
            return scheduler.goOn(goOn.task());
        }
        if (step instanceof Plan.Move move) {
            scheduler.move(move.task(), move.cpu());
            return new Done();
        }
        if (step instanceof Plan.WalkTask walk) {
            return scheduler.walk(walk.task());
        }
        if (step instanceof Plan.EndTask end) {
            scheduler.end(end.task());
            return new Done();
        }
        if (step instanceof Plan.Attach attach) {
            return instance.attach(attach.probe());
        }
        if (step instanceof Plan.Detach detach) {
            return done(instance.detach(detach.probe()));
        }
        if (step instanceof Plan.Enable enable) {
            return done(instance.enable(enable.probe(), true));
        }
        if (step instanceof Plan.Disable disable) {
            return done(instance.enable(disable.probe(), false));
        }
        throw new IllegalStateException("There is no way to do " + step + ".");
    }

    private static StepResult done(Optional<Refused> refused) {
        return refused.isPresent() ? refused.get() : new Done();
    }
}
