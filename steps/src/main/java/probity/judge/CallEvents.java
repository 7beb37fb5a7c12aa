package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.Event;

/** The events of each call of the plan. */
final class CallEvents {
    private final Scene scene;
    private final Map<Integer, List<Event>> events = new HashMap<>();

    private CallEvents(Scene scene) {
        this.scene = scene;
    }

    /** The events that belong to a call. */
    static CallEvents matched(Scene scene) {
        CallEvents calls = new CallEvents(scene);
        scene.matching()
                .matched()
                .forEach(pair -> calls.add(pair.slot().span().call(), pair.event()));
        return calls;
    }

    /** All that came during a call, what belongs nowhere included. */
    static CallEvents all(Scene scene) {
        CallEvents calls = matched(scene);
        for (Event event : scene.matching().extra()) {
            calls.during(event).ifPresent(call -> calls.add(call, event));
        }
        return calls;
    }

    void add(LogicalCall call, Event event) {
        events.computeIfAbsent(call.number(), none -> new ArrayList<>()).add(event);
    }

    /** The call during which an event came that belongs nowhere: that of the last event before. */
    Optional<LogicalCall> during(Event event) {
        LogicalCall found = null;
        for (LogicalCall call : scene.expectation().calls()) {
            if (call.task() == event.task() && found == null) {
                found = call;
            }
        }
        for (Alignment.Pair pair : scene.matching().matched()) {
            if (pair.event().task() == event.task() && pair.event().sequence() < event.sequence()) {
                found = pair.slot().span().call();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The order of a call's events, such as {@code >|<}. */
    String order(LogicalCall call) {
        return OrderString.of(
                events.getOrDefault(call.number(), List.of()).stream()
                        .sorted(Comparator.comparingInt(Event::sequence))
                        .map(Event::side)
                        .toList());
    }
}
