package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import probity.spi.Side;

/** Derives from a timeline which handlers run (SYM-05 to SYM-09, TRN-07, TRN-09). */
final class Slots {
    private final Timeline timeline;
    private final List<Attachment> attachments;
    private final Room room;
    private final List<Slot> all = new ArrayList<>();

    private Slots(Timeline timeline, List<Attachment> attachments, Room room) {
        this.timeline = timeline;
        this.attachments = attachments;
        this.room = room;
    }

    /** All slots, by position on their task. */
    static List<Slot> of(Timeline timeline, List<Attachment> attachments, Room room) {
        Slots slots = new Slots(timeline, attachments, room);
        for (Span span : timeline.spans()) {
            for (Attachment attachment : attachments) {
                if (attachment.covers(span.function()) && span.target().isPresent()) {
                    slots.entry(span, attachment);
                    slots.exit(span, attachment);
                }
            }
        }
        slots.all.sort(Comparator.comparingInt(Slot::position));
        return slots.all;
    }

    private void entry(Span span, Attachment attachment) {
        if (!attachment.has(Side.ENTRY)) {
            return;
        }
        int step = span.startStep();
        if (attachment.detachedBefore(step)) {
            forbid(attachment, Side.ENTRY, span, Check.LATE_EXITS, "detach has returned");
        } else if (attachment.attachedIn(step) && !attachment.enabledIn(step)) {
            forbid(attachment, Side.ENTRY, span, Check.DISABLED_EVENTS, "the probe is disabled");
        } else if (attachment.attachedIn(step)) {
            add(attachment, Side.ENTRY, span, within(span, attachment));
        }
    }

    private void exit(Span span, Attachment attachment) {
        if (!attachment.has(Side.EXIT) || span.exit().isEmpty()) {
            return;
        }
        int start = span.startStep();
        int end = span.exitStep().getAsInt();
        if (!attachment.attachedIn(start)) {
            if (attachment.detachedBefore(start)) {
                forbid(attachment, Side.EXIT, span, Check.LATE_EXITS, "detach has returned");
            } else if (attachment.attachedIn(end)) {
                forbid(
                        attachment,
                        Side.EXIT,
                        span,
                        Check.EVENT_ORDER,
                        "the function was called before the probe was attached");
            }
        } else if (attachment.detachedBefore(end)) {
            forbid(attachment, Side.EXIT, span, Check.LATE_EXITS, "detach has returned");
        } else if (!attachment.enabledIn(start)) {
            forbid(
                    attachment,
                    Side.EXIT,
                    span,
                    Check.DISABLED_EVENTS,
                    "the probe was disabled when the function was called");
        } else if (!attachment.enabledIn(end)) {
            forbid(attachment, Side.EXIT, span, Check.DISABLED_EVENTS, "the probe is disabled");
        } else if (attachment.cancels()) {
            forbid(
                    attachment,
                    Side.EXIT,
                    span,
                    Check.CANCELLED_EXITS,
                    "the entry handler cancelled it");
        } else if (attachment.disabledBetween(start, end) || attachment.faultsAtEntry()) {
            // Enabled again in time, or left by a handler that faulted: either way is legal, as
            // long as it is counted.
            add(attachment, Side.EXIT, span, Slot.Need.OPTIONAL);
        } else {
            add(attachment, Side.EXIT, span, within(span, attachment));
        }
    }

    private Slot.Need within(Span span, Attachment attachment) {
        return room.suffices(span, attachment) ? Slot.Need.REQUIRED : Slot.Need.OPTIONAL;
    }

    private void add(Attachment attachment, Side side, Span span, Slot.Need need) {
        int position = side == Side.ENTRY ? span.start() : span.exit().getAsInt();
        all.add(new Slot(attachment, side, span, position, need, Check.EVENT_ORDER, ""));
    }

    private void forbid(Attachment attachment, Side side, Span span, Check blame, String why) {
        int position = side == Side.ENTRY ? span.start() : span.exit().getAsInt();
        all.add(new Slot(attachment, side, span, position, Slot.Need.FORBIDDEN, blame, why));
    }
}
