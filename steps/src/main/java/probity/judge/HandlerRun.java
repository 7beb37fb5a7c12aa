package probity.judge;

import java.util.List;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.RegisterSet;
import probity.spi.Side;

/**
 * A handler that ran where it may, and the registers it was given.
 *
 * @param slot where it ran
 * @param event what it showed
 * @param set the declared register set of its probe's kind and side
 * @param where the place, for people
 */
record HandlerRun(Slot slot, Event event, RegisterSet set, String where) {
    HandlerRun(Slot slot, Event event, RegisterSet set) {
        this(slot, event, set, Scene.where(event));
    }

    Side side() {
        return slot.side();
    }

    /** What it does up to its fault, which is the last if it faults. */
    List<Action> actions() {
        return slot.actions();
    }
}
