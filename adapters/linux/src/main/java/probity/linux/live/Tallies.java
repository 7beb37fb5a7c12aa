package probity.linux.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import probity.linux.bpf.call.InfoCalls;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Counts;
import probity.spi.Event;
import probity.spi.MisuseException;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/**
 * Counts of probes. What ran is counted by the records that the programs left, and what was missed
 * by the kernel: of a multi-kprobe by its link, of a kprobe or kretprobe by its event. Of an event
 * on an fprobe nobody counts anything: the kernel shows the missed hits of no fprobe, and to count
 * the records that came says nothing of those that did not.
 */
final class Tallies {
    private final Hooks hooks;
    private final TracefsEvents events;
    private final BpfRequests bpf;
    private final Map<String, Tally> tallies = new HashMap<>();

    private static final class Tally {
        private Probe probe;
        private final long[] run = new long[Side.values().length];
        private final OptionalLong[] missed = {OptionalLong.empty(), OptionalLong.empty()};
    }

    Tallies(Hooks hooks, TracefsEvents events, BpfRequests bpf) {
        this.hooks = hooks;
        this.events = events;
        this.bpf = bpf;
    }

    void attached(Probe probe, AttachResult answer) {
        if (answer instanceof Attached) {
            Tally tally = new Tally();
            tally.probe = probe;
            tallies.put(probe.name(), tally);
        }
    }

    boolean knows(String probe) {
        return tallies.containsKey(probe);
    }

    void ran(Event event) {
        tallies.get(event.probe()).run[event.side().ordinal()]++;
    }

    /** Reads what the kernel counted; to be called before a probe is detached. */
    void read(String probe) {
        Hook hook = hooks.find(probe).orElseThrow();
        Tally tally = tallies.get(probe);
        hook.links()
                .forEach(
                        (side, link) ->
                                tally.missed[side.ordinal()] = OptionalLong.of(missed(link)));
        long sum = 0;
        for (var event : hook.events()) {
            Optional<Long> missed = events.missed(event);
            if (missed.isEmpty()) {
                return;
            }
            sum += missed.get();
        }
        if (!hook.events().isEmpty()) {
            Side side = hook.probe().kind() == ProbeKind.KPROBE ? Side.ENTRY : Side.EXIT;
            tally.missed[side.ordinal()] = OptionalLong.of(sum);
        }
    }

    private long missed(int link) {
        return InfoCalls.missed(
                bpf.output(InfoCalls.link(link), "question for the counts of a link"));
    }

    Counts of(String probe) {
        if (!knows(probe)) {
            throw new MisuseException("No probe named " + probe + " was ever attached.");
        }
        if (hooks.find(probe).isPresent()) {
            read(probe);
        }
        Tally tally = tallies.get(probe);
        return new Counts(
                run(tally, Side.ENTRY),
                tally.missed[Side.ENTRY.ordinal()],
                run(tally, Side.EXIT),
                tally.missed[Side.EXIT.ordinal()],
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static OptionalLong run(Tally tally, Side side) {
        if (tally.probe.kind() == ProbeKind.FPROBE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(tally.run[side.ordinal()]);
    }
}
