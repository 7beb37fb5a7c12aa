package probity.judge;

import java.util.List;
import probity.spi.Action;
import probity.spi.Side;

/**
 * A place in the order of events where a handler runs, may run, or must not run.
 *
 * @param attachment whose handler
 * @param side which handler
 * @param span the activation
 * @param position on the activation's task
 * @param need whether it must run
 * @param blame for {@link Need#FORBIDDEN}: the check that finds it if it runs
 * @param why for {@link Need#FORBIDDEN}: why it must not, to follow "although"
 */
record Slot(
        Attachment attachment,
        Side side,
        Span span,
        int position,
        Need need,
        Check blame,
        String why) {
    /** Whether a handler must run. */
    enum Need {
        REQUIRED,
        OPTIONAL,
        FORBIDDEN
    }

    /** What its handler does up to its fault, which is the last if it faults. */
    List<Action> actions() {
        return attachment.reached(side);
    }

    String probe() {
        return attachment.probe().name();
    }
}
