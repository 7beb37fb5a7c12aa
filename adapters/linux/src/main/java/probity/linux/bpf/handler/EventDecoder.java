package probity.linux.bpf.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import probity.linux.abi.MalformedException;
import probity.linux.bpf.handler.RecordLayout.Place;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.ProbeKind;
import probity.spi.SetKind;

/** Turns records of the log into events. */
public final class EventDecoder {
    private final Resolver resolver;

    /** A decoder that looks up what records name by number. */
    public EventDecoder(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * The event that a record tells of. It is never nested: the kernel runs no program of these
     * kinds while another one runs on the same CPU. Entry and return ip are absent, because no
     * program is told them.
     *
     * @throws MalformedException if the handler never came to its end, or left what it cannot have
     *     seen
     */
    public Event decode(LogRecord record) {
        Handler handler = record.handler();
        if (!record.complete()) {
            throw new MalformedException(
                    "The %s handler of probe %s began record %d and did not complete it."
                            .formatted(
                                    record.side().name().toLowerCase(Locale.ROOT),
                                    handler.probe(),
                                    record.sequence()));
        }
        return new Event(
                Math.toIntExact(record.sequence()),
                handler.probe(),
                record.side(),
                record.cpu(),
                resolver.task(record),
                resolver.function(record),
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                EntryData.seen(handler.kind()),
                set(handler.kind()),
                observations(record));
    }

    private List<Observation> observations(LogRecord record) {
        ObservationDecoder decoder = new ObservationDecoder(record, resolver);
        List<Observation> observations = new ArrayList<>();
        for (Place place : record.handler().layout(record.side()).places()) {
            decoder.decode(place).ifPresent(observations::add);
        }
        return observations;
    }

    private static SetKind set(ProbeKind kind) {
        boolean breakpoint = kind == ProbeKind.KPROBE || kind == ProbeKind.KRETPROBE;
        return breakpoint ? SetKind.FULL : SetKind.CONTEXT;
    }
}
