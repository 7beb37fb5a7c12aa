package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Event;
import probity.spi.Word;

/**
 * The cheapest way to read a sequence of events as a sequence of slots: each may be left out at a
 * price. One probe on one task at a time.
 */
final class Alignment {
    /**
     * An event and its slot; one of them is null where the other has no partner.
     *
     * @param slot where the event belongs
     * @param event what ran there
     */
    record Pair(Slot slot, Event event) {}

    private static final int MISSING = 20;
    private static final int EXTRA = 20;
    private static final int FORBIDDEN = 17; // rather than an extra event: it tells more
    private static final int UNLIKELY = 1;
    private static final int IMPOSSIBLE = 1 << 20;

    /** Beyond this many cells the sequences are paired off one by one, which needs no table. */
    private static final long LARGEST = 4_000_000;

    private final List<Slot> slots;
    private final List<Event> events;
    private final List<Mark> expected;
    private final List<Mark> seen;

    /** What tells activations of one function apart; empty where it was not seen. */
    private record Mark(Optional<Word> sp, Optional<Word> returnIp) {
        int differencesTo(Mark other) {
            return differ(sp, other.sp) + differ(returnIp, other.returnIp);
        }

        private static int differ(Optional<Word> one, Optional<Word> other) {
            return one.isEmpty() || other.isEmpty() || one.equals(other) ? 0 : 1;
        }
    }

    private Alignment(List<Slot> slots, List<Event> events, Expectation expectation, Truth truth) {
        this.slots = slots;
        this.events = events;
        this.expected =
                slots.stream()
                        .map(
                                slot ->
                                        new Mark(
                                                truth.at(slot.side(), slot.span(), "sp"),
                                                expectation
                                                        .returnAddress(slot.span())
                                                        .map(Word::of)))
                        .toList();
        this.seen = events.stream().map(event -> new Mark(sp(event), returnIp(event))).toList();
    }

    /** Pairs events with slots; of slots at the same price sp and return ip decide. */
    static List<Pair> of(
            List<Slot> slots, List<Event> events, Expectation expectation, Truth truth) {
        Alignment alignment = new Alignment(slots, events, expectation, truth);
        boolean huge = (long) slots.size() * events.size() > LARGEST;
        return huge ? alignment.inOrder() : alignment.cheapest();
    }

    private List<Pair> cheapest() {
        int[][] price = new int[slots.size() + 1][events.size() + 1];
        for (int s = slots.size(); s >= 0; s--) {
            for (int e = events.size(); e >= 0; e--) {
                price[s][e] = price(price, s, e);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int s = 0;
        int e = 0;
        while (s < slots.size() || e < events.size()) {
            boolean both = s < slots.size() && e < events.size();
            if (both && price[s][e] == pair(s, e) + price[s + 1][e + 1]) {
                pairs.add(new Pair(slots.get(s++), events.get(e++)));
            } else if (s < slots.size() && price[s][e] == skip(slots.get(s)) + price[s + 1][e]) {
                pairs.add(new Pair(slots.get(s++), null));
            } else {
                pairs.add(new Pair(null, events.get(e++)));
            }
        }
        return pairs;
    }

    private int price(int[][] price, int s, int e) {
        boolean slot = s < slots.size();
        boolean event = e < events.size();
        if (!slot && !event) {
            return 0;
        }
        int best = Integer.MAX_VALUE;
        if (slot && event) {
            best = pair(s, e) + price[s + 1][e + 1];
        }
        if (slot) {
            best = Math.min(best, skip(slots.get(s)) + price[s + 1][e]);
        }
        return event ? Math.min(best, EXTRA + price[s][e + 1]) : best;
    }

    private int pair(int s, int e) {
        Slot slot = slots.get(s);
        Event event = events.get(e);
        if (slot.side() != event.side() || !slot.span().function().equals(event.function())) {
            return IMPOSSIBLE;
        }
        int base = slot.need() == Slot.Need.FORBIDDEN ? FORBIDDEN : 0;
        return base + UNLIKELY * expected.get(s).differencesTo(seen.get(e));
    }

    private static int skip(Slot slot) {
        return slot.need() == Slot.Need.REQUIRED ? MISSING : 0;
    }

    private List<Pair> inOrder() {
        List<Pair> pairs = new ArrayList<>();
        int e = 0;
        for (int s = 0; s < slots.size(); s++) {
            boolean fits = e < events.size() && pair(s, e) < FORBIDDEN;
            pairs.add(new Pair(slots.get(s), fits ? events.get(e++) : null));
        }
        while (e < events.size()) {
            pairs.add(new Pair(null, events.get(e++)));
        }
        return pairs;
    }

    private static Optional<Word> returnIp(Event event) {
        return event.returnIp().isPresent()
                ? Optional.of(Word.of(event.returnIp().getAsLong()))
                : Optional.empty();
    }

    private static Optional<Word> sp(Event event) {
        return CaptureComparison.first(event).flatMap(registers -> registers.find("sp"));
    }
}
