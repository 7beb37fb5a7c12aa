package probity.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import probity.spi.Counts;
import probity.spi.Execution;

/**
 * What the judge has to say of one plan.
 *
 * @param actual what it showed with its probes
 * @param counts of each probe after the plan, by its name
 * @param findings all that differs
 * @param expectedOrder the event order as it must be, one word a call, such as {@code >|<}
 * @param actualOrder the event order as it was
 * @param evidence long texts by name, made when they are asked for: the plan, the events, the
 *     registers, the walks, the last instructions; empty where there is nothing to say
 */
public record Judgement(
        Execution actual,
        Map<String, Counts> counts,
        Findings findings,
        String expectedOrder,
        String actualOrder,
        Map<String, Supplier<String>> evidence) {
    public Judgement {
        counts = Map.copyOf(counts);
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    static Judgement of(Scene scene, Findings findings) {
        CallEvents events = CallEvents.all(scene);
        StringJoiner actual = new StringJoiner(" ");
        scene.expectation().calls().forEach(call -> actual.add(events.order(call)));
        return new Judgement(
                scene.actual(),
                scene.observed().counts(),
                findings,
                scene.expectation().order(),
                actual.toString(),
                Evidence.of(scene));
    }
}
