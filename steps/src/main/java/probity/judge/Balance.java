package probity.judge;

import java.util.OptionalLong;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Counts;
import probity.spi.Side;

/** The counts of one probe, balanced against what the plan and the events say (SYM-12). */
final class Balance {
    private final Scene scene;
    private final Sheet sheet;
    private final Attachment attachment;
    private final Counts counts;
    private final Tally tally;
    private final String where;

    Balance(Scene scene, Attachment attachment, Counts counts) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.attachment = attachment;
        this.counts = counts;
        this.tally = new Tally(scene, attachment);
        this.where = "in the counts of probe " + attachment.probe().name();
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
        cancelled();
    }

    private boolean callsOut() {
        return scene.can(Capability.NESTED_CALLS)
                && scene.expectation().attachments().stream().anyMatch(Attachment::callsOut);
    }

    private void equalsEvents(Side side, OptionalLong count, Check check, String what) {
        if (attachment.has(side) && count.isPresent()) {
            long seen = tally.events(side);
            String wanted = seen + ", as many as were seen";
            sheet.compare(check, seen == count.getAsLong(), where, what, wanted, text(count));
        }
    }

    private void entries() {
        if (counts.entriesMissed().isEmpty()) {
            sheet.unseen(Check.ENTRY_COUNTS, "Missed entries are not counted.");
            return;
        }
        long run = entriesRun();
        long missed = counts.entriesMissed().getAsLong();
        sheet.compare(
                Check.ENTRY_COUNTS,
                run + missed == tally.hits(),
                where,
                "run + missed entries",
                tally.hits() + ", the hits while enabled",
                run + " + " + missed);
    }

    private void exits() {
        if (counts.exitsMissed().isEmpty()) {
            sheet.unseen(Check.EXIT_COUNTS, "Missed exits are not counted.");
            return;
        }
        long run = counts.exitsRun().orElse(tally.events(Side.EXIT));
        long cancelled = counts.cancelled().orElse(tally.cancelledEntries());
        long missed = counts.exitsMissed().getAsLong();
        long dropped = counts.dropped().orElse(tally.droppedExits());
        long pending = tally.pending() + uncountedFaults();
        long sum = run + cancelled + missed + dropped;
        long asked = asked();
        boolean good = false;
        for (long open = tally.surelyPending(); open <= pending; open++) {
            good |= sum + open == asked;
            good |= sum + open == asked + unrunEntries();
        }
        sheet.compare(
                Check.EXIT_COUNTS,
                good,
                where,
                "run + cancelled + missed + dropped + not returned exits",
                asked + ", the entries that ask for an exit",
                String.format("%d + %d + %d + %d + %d", run, cancelled, missed, dropped, pending));
    }

    /** A fault may cancel the exit; nobody may have counted that. */
    private long uncountedFaults() {
        boolean uncounted = attachment.faultsAtEntry() && counts.cancelled().isEmpty();
        return uncounted ? tally.events(Side.ENTRY) : 0;
    }

    private long entriesRun() {
        return counts.entriesRun().orElse(tally.events(Side.ENTRY));
    }

    /** How many exits are owed. A probe without entry handler asks for one at each hit. */
    private long asked() {
        return attachment.has(Side.ENTRY) ? entriesRun() : tally.hits() - unrunEntries();
    }

    /** An entry that did not run may count under its missed exit too: an empty pool misses both. */
    private long unrunEntries() {
        return counts.entriesMissed().orElse(0);
    }

    private void missed() {
        boolean plain =
                tally.isWithinLimits()
                        && !attachment.faultsAtEntry()
                        && !attachment.reaches(Side.EXIT, Action.Fault.class);
        if (plain) {
            zero("missed entries", counts.entriesMissed());
            zero("missed exits", counts.exitsMissed());
        }
    }

    private void zero(String what, OptionalLong count) {
        if (count.isEmpty()) {
            sheet.unseen(Check.MISSED_WITHIN_LIMITS, "Nobody counts " + what + ".");
            return;
        }
        boolean none = count.getAsLong() == 0;
        String wanted = "0, because every limit is kept";
        sheet.compare(Check.MISSED_WITHIN_LIMITS, none, where, what, wanted, text(count));
    }

    /** A cancelled exit is not a missed one (SYM-06). */
    private void cancelled() {
        boolean cancelsOrNot = attachment.has(Side.EXIT) && !attachment.faultsAtEntry();
        if (counts.cancelled().isPresent() && cancelsOrNot) {
            long expected = tally.cancelledEntries();
            sheet.compare(
                    Check.MISSED_WITHIN_LIMITS,
                    expected == counts.cancelled().getAsLong(),
                    where,
                    "cancelled exits",
                    String.valueOf(expected),
                    text(counts.cancelled()));
        }
    }

    private static String text(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "unknown";
    }
}
