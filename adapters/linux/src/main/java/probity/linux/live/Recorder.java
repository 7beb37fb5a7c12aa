package probity.linux.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import probity.linux.abi.LittleEndian;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.MapCalls;
import probity.linux.bpf.handler.Handler;
import probity.linux.bpf.handler.HandlerMaps;
import probity.linux.bpf.handler.Log;
import probity.linux.bpf.handler.LogLayout;
import probity.linux.bpf.handler.LogReader;
import probity.linux.bpf.handler.SampleTag;
import probity.linux.perf.PerfOpen;
import probity.linux.perf.PerfRecord;
import probity.spi.Sample;

/** The maps that the programs in one guest write to, and the events that samples come by. */
final class Recorder {
    private static final int STACKS = 1024;
    private static final int RING_PAGES = 16;
    private static final int HIT_PAGES = 64;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;

    private final Agent agent;
    private final SystemCalls calls;
    private final BpfRequests bpf;
    private final LogLayout layout = LogLayout.defaults();
    private final HandlerMaps maps;
    private final long log;
    private final List<Ring> rings = new ArrayList<>();
    private final List<Integer> hitEvents = new ArrayList<>();
    private final List<Ring> hitRings = new ArrayList<>();
    private OptionalInt stacks = OptionalInt.empty();

    Recorder(Agent agent, SystemCalls calls, BpfRequests bpf, int cpus, int pageSize) {
        this.agent = agent;
        this.calls = calls;
        this.bpf = bpf;
        this.maps =
                new HandlerMaps(
                        bpf.require(
                                MapCalls.createArray("log", layout.slotSize(), layout.entries()),
                                "creation of the map of records"),
                        bpf.require(
                                MapCalls.createPerfEventArray("samples", cpus),
                                "creation of the map of perf events"),
                        this::stacks);
        this.log = calls.map(layout.bytes(), PROT_READ_WRITE, MAP_SHARED, maps.log(), 0);
        for (int cpu = 0; cpu < cpus; cpu++) {
            rings.add(samples(cpu, pageSize));
            int hits = BpfRequests.succeeded(bpf.open(PerfOpen.ring(cpu)), "perf event of hits");
            hitEvents.add(hits);
            hitRings.add(ring(hits, HIT_PAGES, pageSize));
        }
    }

    private Ring samples(int cpu, int pageSize) {
        int event = BpfRequests.succeeded(bpf.open(PerfOpen.samples(cpu)), "perf event of samples");
        bpf.require(MapCalls.updateDescriptor(maps.samples(), cpu, event), "entry of a perf event");
        return ring(event, RING_PAGES, pageSize);
    }

    private Ring ring(int event, int pages, int pageSize) {
        long size = (long) (pages + 1) * pageSize;
        return new Ring(agent, calls.map(size, PROT_READ_WRITE, MAP_SHARED, event, 0));
    }

    /**
     * A stack keeps its place in the map, and another one may need it: so each instance has one.
     */
    private int stacks() {
        if (stacks.isEmpty()) {
            stacks =
                    OptionalInt.of(
                            bpf.require(
                                    MapCalls.createStackTrace(
                                            "stacks", HandlerMaps.STACK_BYTES, STACKS),
                                    "creation of the map of stacks"));
        }
        return stacks.getAsInt();
    }

    HandlerMaps maps() {
        return maps;
    }

    LogLayout layout() {
        return layout;
    }

    /** For each CPU the event to whose ring buffer the hits of other events go. */
    List<Integer> hitEvents() {
        return List.copyOf(hitEvents);
    }

    /**
     * Forgets all records, samples and hits: functions may be called without anybody having asked
     * for that, by the kit's own system calls too. No program may run meanwhile.
     *
     * @param handlers those that are attached
     * @param hits whether events are attached whose hits come without a program
     */
    void clear(List<Handler> handlers, boolean hits) {
        agent.beginPoke(log, LittleEndian.words(List.of(0L)));
        if (handlers.stream().anyMatch(Handler::samples)) {
            rings.forEach(Ring::skip);
        }
        if (hits) {
            hitRings.forEach(Ring::skip);
        }
    }

    /** The hits of events since the last clearing, by CPU. */
    List<List<PerfRecord.Sampled>> hits() {
        List<List<PerfRecord.Sampled>> byCpu = new ArrayList<>();
        for (Ring ring : hitRings) {
            int room = ring.room();
            byCpu.add(Hits.of(ring.take(), room));
        }
        return byCpu;
    }

    /** The records since the last clearing. */
    Log records(List<Handler> handlers) {
        long hits = LogReader.hits(agent.peek(log, Long.BYTES));
        int size = handlers.stream().mapToInt(Handler::recordSize).max().orElse(0);
        byte[] content = new byte[(int) layout.used(hits)];
        System.arraycopy(LittleEndian.words(List.of(hits)), 0, content, 0, Long.BYTES);
        // what no record reaches is not fetched: over a serial line, 4 kB take 10 ms
        List<Long> slots = new ArrayList<>();
        for (int slot = layout.slotSize(); slot < content.length; slot += layout.slotSize()) {
            slots.add(log + slot);
        }
        List<byte[]> records = agent.peekAll(slots, size);
        for (int i = 0; i < records.size(); i++) {
            System.arraycopy(records.get(i), 0, content, (i + 1) * layout.slotSize(), size);
        }
        return new LogReader(layout, handlers).read(content);
    }

    /** The samples since the last clearing. */
    Map<SampleTag, Sample> samples(List<Handler> handlers) {
        Map<SampleTag, Sample> samples = new HashMap<>();
        if (handlers.stream().anyMatch(Handler::samples)) {
            for (Ring ring : rings) {
                for (PerfRecord record : ring.take()) {
                    if (record instanceof PerfRecord.Sampled sampled) {
                        samples.put(SampleTag.of(sampled.raw()), sampled.sample());
                    }
                }
            }
        }
        return samples;
    }

    /** A stack by its id. */
    List<Long> stack(int id) {
        byte[] value =
                bpf.output(
                        MapCalls.lookup(maps.stacks(), id, HandlerMaps.STACK_BYTES),
                        "lookup of stack " + id);
        return LittleEndian.words(value);
    }

    /** Lets go of what is of the present instance alone. */
    void reset() {
        stacks.ifPresent(calls::close);
        stacks = OptionalInt.empty();
    }
}
