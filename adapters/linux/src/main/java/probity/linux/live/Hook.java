package probity.linux.live;

import java.util.List;
import java.util.Map;
import probity.linux.bpf.handler.Handler;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Probe;
import probity.spi.Side;

/**
 * A probe that is attached.
 *
 * @param probe what was asked for
 * @param handlers its programs
 * @param descriptors what holds it in place, in the order in which it is to be closed
 * @param links the descriptors among them that are multi-kprobe links, by the side they serve
 * @param events the events of tracefs that were made for it
 * @param fprobes those of them whose hits are seen without a program
 */
record Hook(
        Probe probe,
        List<Handler> handlers,
        List<Integer> descriptors,
        Map<Side, Integer> links,
        List<ProbeEvent> events,
        List<FprobeEvent> fprobes) {
    Hook {
        handlers = List.copyOf(handlers);
        descriptors = List.copyOf(descriptors);
        links = Map.copyOf(links);
        events = List.copyOf(events);
        fprobes = List.copyOf(fprobes);
    }
}
