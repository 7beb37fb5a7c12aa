package probity.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import probity.spi.Counts;
import probity.spi.Execution;
import probity.spi.Plan;

/**
 * What the judge has to say of one plan.
 *
 * @param plan the plan with its probes
 * @param expectation what it must show
 * @param actual what it showed
 * @param counts of each probe after the plan, by its name
 * @param findings all that differs
 * @param expectedOrder the event order as it must be, such as {@code >|<}
 * @param actualOrder the event order as it was
 * @param evidence long texts by name: register table, walks, the last instructions of a trace
 */
public record Judgement(
        Plan plan,
        Expectation expectation,
        Execution actual,
        Map<String, Counts> counts,
        Findings findings,
        String expectedOrder,
        String actualOrder,
        Map<String, String> evidence) {
    public Judgement {
        counts = Map.copyOf(counts);
        evidence = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}
