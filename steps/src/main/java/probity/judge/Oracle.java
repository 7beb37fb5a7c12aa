package probity.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Target;

/**
 * Says what a plan must show. Derived from the clauses, SPEC's definition of truth, the candidate's
 * declarations and an unhooked run of the same plan; from nothing else, and never from a hook
 * implementation. {@link Judge} does the runs that it needs.
 */
public final class Oracle {
    /**
     * What must be seen. For a plan whose handlers park, or whose handlers change registers, {@link
     * Judge} makes a better unhooked run than {@link #unhooked(Plan)} can.
     *
     * @param plan with the steps that attach, detach, enable and disable the probes
     * @param unhooked what {@link #unhooked(Plan)} of it showed on a fresh instance of the same
     *     candidate
     */
    public Expectation expect(
            Description description, List<Target> targets, Plan plan, Execution unhooked) {
        Unhooked stripped = Unhooked.of(plan);
        return expect(
                new Expectation.Premises(
                        description,
                        targets,
                        plan,
                        stripped,
                        unhooked,
                        Map.of(),
                        new NestedTruth()),
                AttachRule.refusals(description, plan));
    }

    /** The same plan without the steps that concern probes. */
    public static Plan unhooked(Plan plan) {
        return Unhooked.of(plan).plan();
    }

    /**
     * What must be seen.
     *
     * @param refused the steps of the plan that the candidate refuses
     */
    Expectation expect(Expectation.Premises premises, Set<Integer> refused) {
        Execution complete =
                KnownCalls.complete(
                        premises.stripped().plan(),
                        premises.unhooked(),
                        new Names(premises.targets()));
        return new Expectation(
                new Expectation.Premises(
                        premises.description(),
                        premises.targets(),
                        premises.plan(),
                        premises.stripped(),
                        complete,
                        premises.followed(),
                        premises.nested()),
                refused);
    }
}
