package probity.linux.live;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.SetKind;
import probity.spi.Side;

/** Events as programs on kernels leave them. */
final class SeenEvents {
    private SeenEvents() {}

    /** The entry of a function, on task 0 and CPU 0. */
    static Event entry(
            String probe, String function, int sequence, SetKind set, Observation... observations) {
        return new Event(
                sequence,
                probe,
                Side.ENTRY,
                0,
                0,
                function,
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                set,
                List.of(observations));
    }
}
