package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Side;

/** Which event belongs where. Hits from inside handlers are kept apart. */
final class Matching {
    /** A slot's name; attachments are compared by identity. */
    private record Key(Attachment attachment, int span, Side side) {}

    private final List<Alignment.Pair> pairs = new ArrayList<>();
    private final List<Alignment.Pair> allowed;
    private final Map<Key, Event> events = new HashMap<>();
    private final List<Event> extra = new ArrayList<>();
    private final List<Event> nested = new ArrayList<>();

    Matching(Expectation expectation, Truth truth, Execution actual) {
        TreeSet<Integer> tasks = new TreeSet<>(expectation.timeline().tasks());
        TreeSet<String> probes = new TreeSet<>();
        expectation.slots().forEach(slot -> probes.add(slot.probe()));
        List<Event> own = new ArrayList<>();
        for (Event event : actual.events()) {
            (event.nested() ? nested : own).add(event);
            tasks.add(event.task());
            probes.add(event.probe());
        }
        for (int task : tasks) {
            for (String probe : probes) {
                Alignment.of(
                                slots(expectation, task, probe),
                                events(own, task, probe),
                                expectation,
                                truth)
                        .forEach(this::note);
            }
        }
        extra.sort(Comparator.comparingInt(Event::sequence));
        pairs.sort(Comparator.comparingInt(pair -> pair.event().sequence()));
        allowed = pairs.stream().filter(p -> p.slot().need() != Slot.Need.FORBIDDEN).toList();
    }

    private static List<Slot> slots(Expectation expectation, int task, String probe) {
        return expectation.slots().stream()
                .filter(slot -> slot.span().task() == task && slot.probe().equals(probe))
                .toList();
    }

    private static List<Event> events(List<Event> own, int task, String probe) {
        return own.stream()
                .filter(event -> event.task() == task && event.probe().equals(probe))
                .toList();
    }

    private void note(Alignment.Pair pair) {
        if (pair.slot() == null) {
            extra.add(pair.event());
        } else if (pair.event() != null) {
            Slot slot = pair.slot();
            pairs.add(pair);
            events.put(new Key(slot.attachment(), slot.span().id(), slot.side()), pair.event());
        }
    }

    /** The event in a slot, if a handler ran there. */
    Optional<Event> event(Slot slot) {
        return event(slot.attachment(), slot.span(), slot.side());
    }

    /** The event of this attachment at this side of an activation. */
    Optional<Event> event(Attachment attachment, Span span, Side side) {
        return Optional.ofNullable(events.get(new Key(attachment, span.id(), side)));
    }

    /** Slots in which a handler ran, in the order of the events. */
    List<Alignment.Pair> matched() {
        return pairs;
    }

    /** Those of them in which one may run. */
    List<Alignment.Pair> allowed() {
        return allowed;
    }

    /** Events that belong nowhere. */
    List<Event> extra() {
        return extra;
    }

    /** Events of hits from inside handlers. */
    List<Event> nested() {
        return nested;
    }
}
