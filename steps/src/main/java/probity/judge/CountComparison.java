package probity.judge;

import java.util.List;
import java.util.OptionalLong;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Capability;
import probity.spi.Counts;
import probity.spi.Side;

/** Nothing is lost silently: the balances of SYM-12. */
final class CountComparison {
    private final Scene scene;
    private final Sheet sheet;

    CountComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        List<Attachment> all = scene.expectation().attachments();
        UnseenCalls unseen = new UnseenCalls(scene.expectation());
        for (Attachment attachment : all) {
            String name = attachment.probe().name();
            Counts counts = scene.observed().counts().get(name);
            boolean unique =
                    all.stream().filter(other -> other.probe().name().equals(name)).count() == 1;
            if (counts == null) {
                sheet.unseen(Check.ENTRY_COUNTS, "There are no counts of probe " + name + ".");
                sheet.unseen(Check.EXIT_COUNTS, "There are no counts of probe " + name + ".");
            } else if (!unique) {
                sheet.unseen(Check.ENTRY_COUNTS, "Probe " + name + " was attached twice.");
            } else if (unseen.mayReach(attachment)) {
                sheet.unseen(Check.ENTRY_COUNTS, "Nobody saw every hit of probe " + name + ".");
                sheet.unseen(Check.EXIT_COUNTS, "Nobody saw every hit of probe " + name + ".");
            } else if (isBroken()) {
                sheet.unseen(Check.ENTRY_COUNTS, "The hits cannot be counted.");
            } else {
                new Balance(attachment, counts).compare();
            }
        }
    }

    /** Whether the plan did not run to its end, or went an unknown way. */
    private boolean isBroken() {
        boolean cut = scene.actual().steps().size() < scene.expectation().plan().steps().size();
        boolean diverted =
                scene.expectation().calls().stream()
                        .anyMatch(
                                call ->
                                        scene.expectation()
                                                .writes()
                                                .divertedBefore(call, Integer.MAX_VALUE - 1));
        return cut || diverted;
    }

    /** The books of one probe. */
    private final class Balance {
        private final Attachment attachment;
        private final Counts counts;
        private final String where;
        private long ownHits;
        private long nestedHits;
        private long nestedLeft;
        private boolean roomy = true;

        Balance(Attachment attachment, Counts counts) {
            this.attachment = attachment;
            this.counts = counts;
            this.where = "in the counts of probe " + attachment.probe().name();
            for (Span span : scene.expectation().timeline().spans()) {
                if (hits(span.function(), span.startStep()) && span.target().isPresent()) {
                    ownHits++;
                    roomy &= scene.expectation().room().suffices(span, attachment);
                }
            }
            for (Activation activation : scene.actual().activations()) {
                if (activation.nested() && hits(activation.function(), activation.step())) {
                    nestedHits++;
                    nestedLeft += isLeft(activation) ? 1 : 0;
                }
            }
        }

        private boolean hits(String function, int step) {
            return attachment.covers(function)
                    && attachment.attachedIn(step)
                    && attachment.enabledIn(step);
        }

        void compare() {
            if (callsOut() && scene.actual().activations().isEmpty()) {
                sheet.unseen(Check.ENTRY_COUNTS, "Nobody saw the calls of the handlers.");
                return;
            }
            equalsEvents(Side.ENTRY, counts.entriesRun(), Check.ENTRY_COUNTS, "entries run");
            equalsEvents(Side.EXIT, counts.exitsRun(), Check.EXIT_COUNTS, "exits run");
            if (attachment.has(Side.ENTRY)) {
                entries();
            }
            if (attachment.has(Side.EXIT)) {
                exits();
            }
            missed();
        }

        private void equalsEvents(Side side, OptionalLong count, Check check, String what) {
            if (attachment.has(side) && count.isPresent()) {
                long seen = events(side);
                String wanted = seen + ", as many as were seen";
                sheet.compare(check, seen == count.getAsLong(), where, what, wanted, text(count));
            }
        }

        private void entries() {
            if (counts.entriesMissed().isEmpty()) {
                sheet.unseen(Check.ENTRY_COUNTS, "Missed entries are not counted.");
                return;
            }
            long run = counts.entriesRun().orElse(events(Side.ENTRY));
            long missed = counts.entriesMissed().getAsLong();
            sheet.compare(
                    Check.ENTRY_COUNTS,
                    run + missed == hits(),
                    where,
                    "run + missed entries",
                    hits() + ", the hits while enabled",
                    run + " + " + missed);
        }

        private void exits() {
            if (counts.exitsMissed().isEmpty()) {
                sheet.unseen(Check.EXIT_COUNTS, "Missed exits are not counted.");
                return;
            }
            long run = counts.exitsRun().orElse(events(Side.EXIT));
            long cancelled = counts.cancelled().orElse(cancelledEntries());
            long missed = counts.exitsMissed().getAsLong();
            long dropped = counts.dropped().orElse(droppedExits());
            long pending = pending(false) + nestedLeft;
            long sum = run + cancelled + missed + dropped;
            long asked = asked();
            boolean good = false;
            for (long open = pending(true); open <= pending; open++) {
                good |= sum + open == asked;
                good |= sum + open == asked + unrunEntries();
            }
            sheet.compare(
                    Check.EXIT_COUNTS,
                    good,
                    where,
                    "run + cancelled + missed + dropped + not returned exits",
                    asked + ", the entries that ask for an exit",
                    String.format(
                            "%d + %d + %d + %d + %d", run, cancelled, missed, dropped, pending));
        }

        /** How many exits are owed. A probe without entry handler asks for one at each hit. */
        private long asked() {
            return attachment.has(Side.ENTRY)
                    ? counts.entriesRun().orElse(events(Side.ENTRY))
                    : hits() - counts.entriesMissed().orElse(0);
        }

        /**
         * An entry that did not run may count under its missed exit too: an empty pool misses both.
         */
        private long unrunEntries() {
            return counts.entriesMissed().orElse(0);
        }

        private void missed() {
            boolean plain =
                    roomy
                            && nestedHits == 0
                            && !attachment.reaches(Side.ENTRY, Action.Fault.class)
                            && !attachment.reaches(Side.EXIT, Action.Fault.class);
            if (plain) {
                zero("missed entries", counts.entriesMissed());
                zero("missed exits", counts.exitsMissed());
            }
            if (counts.cancelled().isPresent() && attachment.has(Side.EXIT)) {
                long expected = cancelledEntries();
                sheet.compare(
                        Check.MISSED_WITHIN_LIMITS,
                        expected == counts.cancelled().getAsLong(),
                        where,
                        "cancelled exits",
                        String.valueOf(expected),
                        text(counts.cancelled()));
            }
        }

        private void zero(String what, OptionalLong count) {
            if (count.isPresent()) {
                boolean none = count.getAsLong() == 0;
                String wanted = "0, because every limit is kept";
                sheet.compare(Check.MISSED_WITHIN_LIMITS, none, where, what, wanted, text(count));
            }
        }

        private long hits() {
            return ownHits + nestedHits;
        }

        private long events(Side side) {
            return scene.actual().events().stream()
                    .filter(event -> event.probe().equals(attachment.probe().name()))
                    .filter(event -> event.side() == side)
                    .count();
        }

        private long cancelledEntries() {
            return attachment.cancels() ? events(Side.ENTRY) : 0;
        }

        private long droppedExits() {
            return scene.expectation().slots().stream()
                    .filter(slot -> slot.attachment() == attachment && slot.side() == Side.EXIT)
                    .filter(slot -> slot.need() == Slot.Need.FORBIDDEN)
                    .filter(
                            slot ->
                                    slot.blame() == Check.LATE_EXITS
                                            || slot.blame() == Check.DISABLED_EVENTS)
                    .filter(slot -> hits(slot.span().function(), slot.span().startStep()))
                    .filter(slot -> asks(slot.span()))
                    .count();
        }

        /**
         * Exits owed to activations that never return. Some of them may have been dropped, and for
         * some there may have been no room in the first place.
         */
        private long pending(boolean leastOnly) {
            return scene.expectation().timeline().spans().stream()
                    .filter(span -> span.exit().isEmpty() && span.target().isPresent())
                    .filter(span -> hits(span.function(), span.startStep()) && asks(span))
                    .filter(span -> !(leastOnly && (isLeft(span) || isMissed(span))))
                    .count();
        }

        /** Whether what a handler called was left without a return; its entry may not have run. */
        private boolean isLeft(Activation activation) {
            return activation.end() == Activation.End.UNWOUND
                    || activation.end() == Activation.End.PENDING;
        }

        private boolean isLeft(Span span) {
            int end = scene.expectation().plan().steps().size();
            return attachment.detachedBefore(end)
                    || attachment.disabledBetween(span.startStep(), end);
        }

        private boolean isMissed(Span span) {
            return !scene.expectation().room().suffices(span, attachment);
        }

        /** Whether an activation's entry ran, where there is one, and did not cancel its exit. */
        private boolean asks(Span span) {
            boolean ran =
                    !attachment.has(Side.ENTRY)
                            || scene.matching().event(attachment, span, Side.ENTRY).isPresent();
            return ran && !attachment.cancels();
        }

        private boolean callsOut() {
            return scene.can(Capability.NESTED_CALLS)
                    && scene.expectation().attachments().stream()
                            .anyMatch(
                                    other ->
                                            other.reaches(Side.ENTRY, Action.Call.class)
                                                    || other.reaches(Side.EXIT, Action.Call.class));
        }

        private String text(OptionalLong count) {
            return count.isPresent() ? String.valueOf(count.getAsLong()) : "unknown";
        }
    }
}
