package probity.judge;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Target;

/** What a plan must show; made by {@link Oracle}, used by {@link Comparison}. */
public final class Expectation {
    final Description description;
    final List<Target> targets;
    final Plan plan;
    final Execution unhooked;

    Expectation(Description description, List<Target> targets, Plan plan, Execution unhooked) {
        this.description = description;
        this.targets = List.copyOf(targets);
        this.plan = plan;
        this.unhooked = unhooked;
    }

    /** For each step of the plan, the index of the same step in the unhooked plan, or -1. */
    List<Integer> unhookedSteps() {
        List<Plan.Step> kept = Oracle.unhooked(plan).steps();
        List<Integer> indices = new ArrayList<>();
        int next = 0;
        for (Plan.Step step : plan.steps()) {
            boolean same = next < kept.size() && kept.get(next) == step;
            indices.add(same ? next++ : -1);
        }
        return indices;
    }
}
