package probity.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import probity.spi.Execution;
import probity.spi.Plan;

/**
 * What the judge has to say of one plan.
 *
 * @param plan the plan with its probes
 * @param expectation what it must show
 * @param actual what it showed
 * @param findings all that differs
 * @param expectedOrder the event order as it must be, such as {@code >|<}
 * @param actualOrder the event order as it was
 * @param evidence long texts by name: register table, walks, the last instructions of a trace
 */
public record Judgement(
        Plan plan,
        Expectation expectation,
        Execution actual,
        Findings findings,
        String expectedOrder,
        String actualOrder,
        Map<String, String> evidence) {
    public Judgement {
        evidence = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}
