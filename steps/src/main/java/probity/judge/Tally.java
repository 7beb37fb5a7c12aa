package probity.judge;

import probity.spi.Activation;
import probity.spi.Side;

/** What the plan and the events say of one probe's hits, for comparison with its counts. */
final class Tally {
    private final Scene scene;
    private final Attachment attachment;
    private long ownHits;
    private long nestedHits;
    private long nestedLeft;
    private boolean roomy = true;

    Tally(Scene scene, Attachment attachment) {
        this.scene = scene;
        this.attachment = attachment;
        for (Span span : scene.expectation().timeline().spans()) {
            if (attachment.isHitBy(span) && span.target().isPresent()) {
                ownHits++;
                roomy &= hasRoom(span);
            }
        }
        for (Activation activation : scene.actual().activations()) {
            if (activation.nested()
                    && attachment.isHitBy(activation.function(), activation.step())) {
                nestedHits++;
                nestedLeft += isLeft(activation) ? 1 : 0;
            }
        }
    }

    /** Hits while enabled, those from inside handlers included. */
    long hits() {
        return ownHits + nestedHits;
    }

    /** Whether every limit is kept at every hit, and no handler makes one. */
    boolean isWithinLimits() {
        return roomy && nestedHits == 0;
    }

    /** Handlers that ran. */
    long events(Side side) {
        return scene.actual().events().stream()
                .filter(event -> event.probe().equals(attachment.probe().name()))
                .filter(event -> event.side() == side)
                .count();
    }

    long cancelledEntries() {
        return attachment.cancels() ? events(Side.ENTRY) : 0;
    }

    /** Exits that must not run because of a detach or disable step. */
    long droppedExits() {
        return scene.expectation().slots().stream()
                .filter(slot -> slot.attachment() == attachment && slot.side() == Side.EXIT)
                .filter(slot -> slot.need() == Slot.Need.FORBIDDEN)
                .filter(
                        slot ->
                                slot.blame() == Check.LATE_EXITS
                                        || slot.blame() == Check.DISABLED_EVENTS)
                .filter(slot -> attachment.isHitBy(slot.span()))
                .filter(slot -> asks(slot.span()))
                .count();
    }

    /** The most exits that may be owed to activations that never return. */
    long pending() {
        return neverReturned(false) + nestedLeft;
    }

    /**
     * The fewest. Some of the others may have been dropped, and for some there may have been no
     * room in the first place.
     */
    long surelyPending() {
        return neverReturned(true);
    }

    private long neverReturned(boolean leastOnly) {
        return scene.expectation().timeline().spans().stream()
                .filter(span -> span.exit().isEmpty() && span.target().isPresent())
                .filter(span -> attachment.isHitBy(span) && asks(span))
                .filter(span -> !(leastOnly && mayBeSettled(span)))
                .count();
    }

    /** Whether what a handler called was left without a return; its entry may not have run. */
    private static boolean isLeft(Activation activation) {
        return activation.end() == Activation.End.UNWOUND
                || activation.end() == Activation.End.PENDING;
    }

    /** Whether the exit of an activation that never returns may stand under another heading. */
    private boolean mayBeSettled(Span span) {
        return mayBeDropped(span) || !hasRoom(span) || attachment.faultsAtEntry();
    }

    private boolean mayBeDropped(Span span) {
        int end = scene.expectation().plan().steps().size();
        return attachment.detachedBefore(end) || attachment.disabledBetween(span.startStep(), end);
    }

    private boolean hasRoom(Span span) {
        return scene.expectation().room().suffices(span, attachment);
    }

    /** Whether an activation's entry ran, where there is one, and did not cancel its exit. */
    private boolean asks(Span span) {
        boolean ran =
                !attachment.has(Side.ENTRY)
                        || scene.matching().event(attachment, span, Side.ENTRY).isPresent();
        return ran && !attachment.cancels();
    }
}
