package probity.linux.bpf.handler;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Action;
import probity.spi.Helper;
import probity.spi.ProbeKind;
import probity.spi.Script;

/**
 * Where in a record each action of a script leaves what it saw.
 *
 * @param places one per action, in order
 * @param size of the whole record in bytes
 */
record RecordLayout(List<Place> places, int size) {
    /** The kernel's own default limit of frames, {@code kernel.perf_event_max_stack}. */
    static final int FRAMES = 127;

    /** The frames of a walk, as the helpers write them. */
    static final int WALK = FRAMES * Long.BYTES;

    /** The result of a helper: a number, a count of bytes or a negative errno. */
    static final int RESULT = Long.BYTES;

    /**
     * What one action leaves.
     *
     * @param index the action's position in the script
     * @param action what it does
     * @param offset from the start of the record
     */
    record Place(int index, Action action, int offset) {}

    RecordLayout {
        places = List.copyOf(places);
    }

    static RecordLayout of(Script script, ProbeKind kind) {
        List<Place> places = new ArrayList<>();
        int offset = RecordHeader.SIZE;
        for (Action action : script.actions()) {
            places.add(new Place(places.size(), action, offset));
            offset += size(action, kind);
        }
        return new RecordLayout(places, offset);
    }

    private static int size(Action action, ProbeKind kind) {
        if (action instanceof Action.Capture) {
            return PtRegs.SIZE;
        } else if (action instanceof Action.Read) {
            return Long.BYTES;
        } else if (action instanceof Action.Sample) {
            return RESULT;
        } else if (action instanceof Action.Walk) {
            return RESULT + WALK;
        } else if (action instanceof Action.Help help) {
            return help.helper() == Helper.GET_STACK ? RESULT + WALK : RESULT;
        } else if (action instanceof Action.LoadData) {
            return EntryData.size(kind);
        }
        return 0;
    }
}
