package probity.linux.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import probity.linux.abi.LittleEndian;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.MapCalls;
import probity.linux.bpf.handler.Handler;
import probity.linux.bpf.handler.HandlerMaps;
import probity.linux.bpf.handler.Log;
import probity.linux.bpf.handler.LogLayout;
import probity.linux.bpf.handler.LogReader;
import probity.linux.bpf.handler.SampleTag;
import probity.linux.perf.ControlPage;
import probity.linux.perf.PerfOpen;
import probity.linux.perf.PerfRecord;
import probity.linux.perf.RingBuffer;
import probity.spi.Sample;

/** The maps that the programs of one instance write to, and the events that samples come by. */
final class Recorder {
    private static final int STACKS = 4096;
    private static final int RING_PAGES = 16;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;

    private final Agent agent;
    private final SystemCalls calls;
    private final BpfRequests bpf;
    private final LogLayout layout = LogLayout.defaults();
    private final HandlerMaps maps;
    private final long log;
    private final int pageSize;
    private final List<Long> rings = new ArrayList<>();

    Recorder(Agent agent, SystemCalls calls, BpfRequests bpf, int cpus, int pageSize) {
        this.agent = agent;
        this.calls = calls;
        this.bpf = bpf;
        this.pageSize = pageSize;
        this.maps =
                new HandlerMaps(
                        bpf.require(
                                MapCalls.createArray("log", layout.slotSize(), layout.entries()),
                                "creation of the map of records"),
                        bpf.require(
                                MapCalls.createPerfEventArray("samples", cpus),
                                "creation of the map of perf events"),
                        bpf.require(
                                MapCalls.createStackTrace(
                                        "stacks", HandlerMaps.STACK_BYTES, STACKS),
                                "creation of the map of stacks"));
        this.log = calls.map(layout.bytes(), PROT_READ_WRITE, MAP_SHARED, maps.log(), 0);
        for (int cpu = 0; cpu < cpus; cpu++) {
            rings.add(ring(cpu));
        }
    }

    private long ring(int cpu) {
        int event = BpfRequests.succeeded(bpf.open(PerfOpen.samples(cpu)), "perf event of samples");
        bpf.require(MapCalls.updateDescriptor(maps.samples(), cpu, event), "entry of a perf event");
        return calls.map(ringBytes(), PROT_READ_WRITE, MAP_SHARED, event, 0);
    }

    private long ringBytes() {
        return (long) (RING_PAGES + 1) * pageSize;
    }

    HandlerMaps maps() {
        return maps;
    }

    LogLayout layout() {
        return layout;
    }

    /** Forgets all records. No program may run meanwhile. */
    void clear() {
        agent.poke(log, LittleEndian.words(List.of(0L)));
    }

    /** The records since the last clearing. */
    Log records(List<Handler> handlers) {
        long hits = LogReader.hits(agent.peek(log, Long.BYTES));
        int size = handlers.stream().mapToInt(Handler::recordSize).max().orElse(0);
        byte[] content = new byte[(int) layout.used(hits)];
        System.arraycopy(LittleEndian.words(List.of(hits)), 0, content, 0, Long.BYTES);
        // what no record reaches is not fetched: over a serial line, 4 kB take 10 ms
        for (int slot = layout.slotSize(); slot < content.length; slot += layout.slotSize()) {
            System.arraycopy(agent.peek(log + slot, size), 0, content, slot, size);
        }
        return new LogReader(layout, handlers).read(content);
    }

    /** The samples that nobody has taken yet. */
    Map<SampleTag, Sample> takeSamples() {
        Map<SampleTag, Sample> samples = new HashMap<>();
        for (long ring : rings) {
            ControlPage control = ControlPage.read(agent.peek(ring, ControlPage.SIZE));
            if (control.unread() == 0) {
                continue;
            }
            byte[] data = agent.peek(ring + control.dataOffset(), control.dataSize());
            for (PerfRecord record : RingBuffer.unread(control, data)) {
                if (record instanceof PerfRecord.Sampled sampled) {
                    samples.put(SampleTag.of(sampled.raw()), sampled.sample());
                }
            }
            agent.poke(ring + ControlPage.TAIL, LittleEndian.words(List.of(control.head())));
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

    /** Undoes the mappings; the descriptors are closed with all others. */
    void unmap() {
        calls.call(SystemCall.MUNMAP, log, layout.bytes());
        rings.forEach(ring -> calls.call(SystemCall.MUNMAP, ring, ringBytes()));
    }
}
