package probity.reference;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.SetKind;

/** An event under construction: the handler may still be running. */
final class EventRecord {
    private final int sequence;
    private final HandlerCall call;
    private final SetKind set;
    private final boolean nested;
    private final List<Observation> observations = new ArrayList<>();

    EventRecord(int sequence, HandlerCall call, SetKind set, boolean nested) {
        this.sequence = sequence;
        this.call = call;
        this.set = set;
        this.nested = nested;
    }

    void add(Observation observation) {
        observations.add(observation);
    }

    Event event() {
        return new Event(
                sequence,
                call.probe().name(),
                call.side(),
                call.cpu(),
                call.task().id(),
                call.site().function(),
                nested,
                call.entryIp(),
                call.returnIp(),
                call.dataSize(),
                set,
                observations);
    }
}
