package probity.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import probity.spi.CallResult;
import probity.spi.Counts;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.StepResult;

/** Compares what was seen with what must be seen; finds all differences. */
public final class Comparison {
    private final List<Difference> differences = new ArrayList<>();
    private final Map<Check, Integer> compared = new EnumMap<>(Check.class);

    private Comparison() {}

    /**
     * Compares everything that can be seen.
     *
     * @param actual what the plan showed with its probes
     * @param counts of each probe after the plan, by its name; may lack some
     */
    public static Findings compare(
            Expectation expectation, Execution actual, Map<String, Counts> counts) {
        Comparison comparison = new Comparison();
        comparison.endings(expectation, actual);
        return new Findings(comparison.differences, comparison.compared, Map.of());
    }

    private void endings(Expectation expectation, Execution actual) {
        List<Integer> same = expectation.unhookedSteps();
        for (int i = 0; i < actual.steps().size() && i < same.size(); i++) {
            StepResult result = actual.steps().get(i);
            if (same.get(i) < 0 || !(result instanceof CallResult seen)) {
                continue;
            }
            CallResult truth = (CallResult) expectation.unhooked.steps().get(same.get(i));
            compared.merge(Check.ENDING, 1, Integer::sum);
            if (truth.ending() != seen.ending()) {
                Plan.Step step = expectation.plan.steps().get(i);
                String where = "at step " + i + " (" + step.getClass().getSimpleName() + ")";
                differences.add(
                        new Difference(
                                Check.ENDING,
                                where,
                                "the call's end",
                                truth.ending().name(),
                                seen.ending() + " (" + seen.detail() + ")"));
            }
        }
    }
}
