package probity.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import probity.spi.CallResult;
import probity.spi.Counts;
import probity.spi.Ending;
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
 * @param expectedOrder the event order as it must be, one word a call, such as {@code >|<}
 * @param actualOrder the event order as it was
 * @param evidence long texts by name: the plan, the events, the walks, the last instructions
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
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    static Judgement of(Scene scene, Findings findings) {
        CallEvents events = CallEvents.all(scene);
        StringJoiner actual = new StringJoiner(" ");
        scene.expectation().calls().forEach(call -> actual.add(events.order(call)));
        return new Judgement(
                scene.expectation().plan(),
                scene.expectation(),
                scene.actual(),
                scene.observed().counts(),
                findings,
                scene.expectation().order(),
                actual.toString(),
                Evidence.of(scene));
    }

    /** Why there is no usable answer: the machine that ran the plan was lost. */
    public Optional<String> lost() {
        return actual.steps().stream()
                .filter(CallResult.class::isInstance)
                .map(CallResult.class::cast)
                .filter(result -> result.ending() == Ending.LOST)
                .map(CallResult::detail)
                .findFirst();
    }
}
