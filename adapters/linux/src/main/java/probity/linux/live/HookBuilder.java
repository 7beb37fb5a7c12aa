package probity.linux.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import probity.linux.agent.Errno;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.AttachType;
import probity.linux.bpf.call.BpfCall;
import probity.linux.bpf.call.LinkCalls;
import probity.linux.bpf.call.ProgramCalls;
import probity.linux.bpf.handler.Handler;
import probity.linux.perf.PerfOpen;
import probity.linux.tracefs.FprobeRecord;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Probe;
import probity.spi.Side;

/** The parts of one hook while they are put together; what is there is undone if one is refused. */
final class HookBuilder {
    private final SystemCalls calls;
    private final BpfRequests bpf;
    private final Programs programs;
    private final TracefsEvents events;
    private final Probe probe;
    private final Map<String, Long> addresses;
    private final List<Handler> handlers = new ArrayList<>();
    private final List<Integer> descriptors = new ArrayList<>();
    private final Map<Side, Integer> links = new EnumMap<>(Side.class);
    private final List<ProbeEvent> made = new ArrayList<>();
    private final List<FprobeEvent> fprobes = new ArrayList<>();

    HookBuilder(
            SystemCalls calls,
            BpfRequests bpf,
            Programs programs,
            TracefsEvents events,
            Probe probe,
            Map<String, Long> addresses) {
        this.calls = calls;
        this.bpf = bpf;
        this.programs = programs;
        this.events = events;
        this.probe = probe;
        this.addresses = addresses;
    }

    /** A program on all of the probe's functions, by a multi-kprobe link. */
    void link(Handler handler, AttachType type, Side side) throws RequestRefused {
        int program = load(handler, type);
        if (!probe.cookies().isEmpty() && probe.cookies().size() != probe.functions().size()) {
            throw RequestRefused.invalid(
                    ("Probe %s has %d cookies for %d functions; the kernel would read past the last"
                                    + " one.")
                            .formatted(
                                    probe.name(),
                                    probe.cookies().size(),
                                    probe.functions().size()));
        }
        LinkCalls.At at =
                type == AttachType.MULTI && side == Side.EXIT
                        ? LinkCalls.At.RETURN
                        : LinkCalls.At.ENTRY;
        long link = bpf.result(link(program, type, at));
        links.put(side, keep(link, "multi-kprobe link on " + probe.functions()));
    }

    /**
     * By address where all are known and there are several: for a list of names the kernel goes
     * through all of its symbols, which takes longer than everything else.
     */
    private BpfCall link(int program, AttachType type, LinkCalls.At at) {
        List<String> functions = probe.functions();
        List<Long> known =
                functions.stream().filter(addresses::containsKey).map(addresses::get).toList();
        boolean all = known.size() == functions.size() && known.size() > 1;
        return all
                ? LinkCalls.byAddresses(program, type, at, known, probe.cookies())
                : LinkCalls.bySymbols(program, type, at, functions, probe.cookies());
    }

    /** A program on an event for each of the probe's functions. */
    void attachToEvents(Handler handler, ProbeEvent.Kind kind) throws RequestRefused {
        if (!probe.cookies().isEmpty()) {
            throw RequestRefused.impossible(
                    "A program on a perf event is attached without a cookie.");
        }
        int program = load(handler, AttachType.NONE);
        if (probe.functions().isEmpty()) {
            throw events.refusalOfNothing(kind);
        }
        for (String function : probe.functions()) {
            ProbeEvent event = events.define(kind, function, probe.maxActive());
            made.add(event);
            int perf =
                    keep(
                            bpf.open(PerfOpen.tracepoint(events.id(event))),
                            "perf event on " + function);
            require(
                    calls.call(SystemCall.IOCTL, perf, PerfOpen.SET_PROGRAM, program),
                    "attachment of a program to the perf event on " + function);
            require(
                    calls.call(SystemCall.IOCTL, perf, PerfOpen.ENABLE, 0),
                    "start of the perf event on " + function);
        }
    }

    /**
     * An event on an fprobe for each of the probe's functions.
     *
     * @param rings where their samples go: for each CPU the event that has the ring buffer
     */
    void watch(Side side, List<Integer> rings) throws RequestRefused {
        ProbeEvent.Kind kind = ProbeEvent.Kind.ofFprobe(side);
        if (probe.functions().isEmpty()) {
            throw events.refusalOfNothing(kind);
        }
        for (String function : probe.functions()) {
            ProbeEvent event = events.define(kind, function, 0, FprobeRecord.fetched(side));
            made.add(event);
            fprobes.add(new FprobeEvent(probe, side, function, events.id(event)));
            for (int cpu = 0; cpu < rings.size(); cpu++) {
                String what = "perf event on the fprobe event on " + function;
                int perf = keep(bpf.open(PerfOpen.hits(events.id(event), cpu)), what);
                require(
                        calls.call(SystemCall.IOCTL, perf, PerfOpen.SET_OUTPUT, rings.get(cpu)),
                        "ring buffer of the " + what);
            }
        }
    }

    private int load(Handler handler, AttachType type) throws RequestRefused {
        Programs.Loaded loaded = programs.load(handler, type);
        if (Errno.isError(loaded.result())) {
            BpfCall explain = ProgramCalls.explain(Programs.NAME, handler.program(), type);
            String log = ProgramCalls.log(bpf.outputOf(explain));
            String what =
                    "program of probe %s (the verifier: %s)".formatted(probe.name(), last(log));
            throw RequestRefused.byKernel(loaded.result(), what);
        }
        handlers.add(handler);
        if (loaded.ofInstance()) {
            descriptors.add((int) loaded.result());
        }
        return (int) loaded.result();
    }

    /** The verifier's log ends with the error and some statistics. */
    private static String last(String log) {
        return log.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("processed "))
                .reduce((before, after) -> after)
                .orElse("it left no log");
    }

    private int keep(long result, String what) throws RequestRefused {
        require(result, what);
        descriptors.add((int) result);
        return (int) result;
    }

    private static void require(long result, String what) throws RequestRefused {
        if (Errno.isError(result)) {
            throw RequestRefused.byKernel(result, what);
        }
    }

    /** The last part first: links and events go before the programs that they run. */
    Hook hook() {
        List<Integer> order = new ArrayList<>(descriptors);
        java.util.Collections.reverse(order);
        return new Hook(probe, handlers, order, links, made, fprobes);
    }
}
