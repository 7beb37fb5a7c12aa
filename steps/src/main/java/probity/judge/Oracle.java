package probity.judge;

import java.util.Set;

/**
 * Says what a plan must show. Derived from the clauses, their definition of truth, the candidate's
 * declarations and an unhooked run of the same plan; from nothing else, and never from a hook
 * implementation. {@link UnhookedRuns} does the runs that it needs.
 */
final class Oracle {
    private Oracle() {}

    /**
     * What must be seen.
     *
     * @param refused the steps of the plan that the candidate refuses
     */
    static Expectation expect(Expectation.Premises premises, Set<Integer> refused) {
        return new Expectation(premises, refused);
    }
}
