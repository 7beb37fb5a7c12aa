package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Target;

/**
 * Says what a plan must show. Derived from the clauses, SPEC's definition of truth, the candidate's
 * declarations and an unhooked run of the same plan; from nothing else, and never from a hook
 * implementation.
 */
public final class Oracle {
    private static final Set<Class<? extends Plan.Step>> PROBE_STEPS =
            Set.of(Plan.Attach.class, Plan.Detach.class, Plan.Enable.class, Plan.Disable.class);

    /**
     * What must be seen.
     *
     * @param plan with the steps that attach, detach, enable and disable the probes
     * @param unhooked what {@link #unhooked(Plan)} of it showed on a fresh instance of the same
     *     candidate
     */
    public Expectation expect(
            Description description, List<Target> targets, Plan plan, Execution unhooked) {
        return new Expectation(description, targets, plan, unhooked);
    }

    /** The same plan without the steps that concern probes. */
    public static Plan unhooked(Plan plan) {
        List<Plan.Step> steps = new ArrayList<>(plan.steps());
        steps.removeIf(step -> PROBE_STEPS.contains(step.getClass()));
        return new Plan(steps);
    }
}
