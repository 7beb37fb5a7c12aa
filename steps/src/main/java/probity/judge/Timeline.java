package probity.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import probity.spi.Ending;
import probity.spi.Side;

/**
 * When each activation of the unhooked run starts and returns, told in steps of the hooked plan.
 */
final class Timeline {
    /** Why a call stopped before its end. */
    enum Stop {
        BLOCK(Ending.BLOCKED),
        PARK(Ending.PARKED);

        final Ending ending;

        Stop(Ending ending) {
            this.ending = ending;
        }
    }

    /**
     * A point at which handlers may run.
     *
     * @param side the start of an activation or its return
     * @param span which activation
     */
    record Moment(Side side, int span) {}

    private final Map<Integer, Span> spans = new LinkedHashMap<>();
    private final Map<Integer, List<Moment>> moments = new TreeMap<>();
    private final Map<Integer, List<Stop>> stops = new HashMap<>();

    Span span(int id) {
        return spans.get(id);
    }

    Optional<Span> find(int id) {
        return Optional.ofNullable(spans.get(id));
    }

    /** All activations, call by call, in order of their start. */
    Collection<Span> spans() {
        return spans.values();
    }

    /** The activations of one call, in order of their start. */
    List<Span> spans(LogicalCall call) {
        return spans.values().stream().filter(span -> span.call() == call).toList();
    }

    /** What happens on a task, in order; positions of spans are indices into it. */
    List<Moment> moments(int task) {
        return moments.getOrDefault(task, List.of());
    }

    Collection<Integer> tasks() {
        return moments.keySet();
    }

    /** Where a call stops on its way, in order. */
    List<Stop> stops(LogicalCall call) {
        return stops.getOrDefault(call.number(), List.of());
    }

    /** The activation that called this one; empty for a call of the plan. */
    Optional<Span> parent(Span span) {
        return span.activation().parent().isPresent()
                ? find(span.activation().parent().getAsInt())
                : Optional.empty();
    }

    void add(Span span) {
        spans.put(span.id(), span);
    }

    /** Adds a moment at the end of a task and says its position. */
    int add(int task, Moment moment) {
        List<Moment> all = moments.computeIfAbsent(task, none -> new ArrayList<>());
        all.add(moment);
        return all.size() - 1;
    }

    void stop(LogicalCall call, Stop stop) {
        stops.computeIfAbsent(call.number(), none -> new ArrayList<>()).add(stop);
    }
}
