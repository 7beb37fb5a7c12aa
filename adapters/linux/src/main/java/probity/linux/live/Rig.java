package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.handler.EventDecoder;
import probity.linux.bpf.handler.Log;
import probity.linux.bpf.handler.LogRecord;
import probity.linux.bpf.handler.Resolver;
import probity.linux.bpf.handler.SampleTag;
import probity.linux.bpf.handler.SessionCalls;
import probity.linux.guest.Guest;
import probity.spi.Event;
import probity.spi.Probe;
import probity.spi.Sample;

/**
 * All that one instance has in a guest. Its files are those with numbers from the first one on, and
 * closing them takes everything back: programs, maps, links and events last as long as their files.
 */
final class Rig implements AutoCloseable {
    private static final long LAST = 0xffff_ffffL;

    private final SystemCalls calls;
    private final int first;
    private final Recorder recorder;
    private final TracefsEvents events;
    private final Hooks hooks;
    private final Tasks tasks;
    private final Triggers triggers;
    private final BpfRequests bpf;

    /**
     * Sets it up.
     *
     * @param cpus how many the guest has
     * @param trigger the BTF id of the first target
     * @param session what sessions need, where the kernel has them
     */
    Rig(Guest guest, int cpus, int trigger, Optional<SessionCalls> session) {
        this.calls = guest.calls(Agent.MAIN);
        this.first = free(calls);
        this.tasks = new Tasks(guest);
        Caller main = tasks.caller(Agent.MAIN);
        this.bpf = main.bpf();
        this.recorder = new Recorder(guest.agent(), calls, bpf, cpus, guest.hello().pageSize());
        this.events = new TracefsEvents(calls);
        int process = BpfRequests.succeeded(calls.call(SystemCall.GETPID), "getpid");
        this.hooks = new Hooks(calls, bpf, events, recorder, process, session);
        this.triggers = new Triggers(main, trigger);
    }

    /** The lowest number that no file has. */
    private static int free(SystemCalls calls) {
        int free =
                BpfRequests.succeeded(
                        calls.call(SystemCall.EVENTFD2, 0, 0), "look for a free descriptor");
        calls.close(free);
        return free;
    }

    Hooks hooks() {
        return hooks;
    }

    TracefsEvents events() {
        return events;
    }

    BpfRequests bpf() {
        return bpf;
    }

    /**
     * What one run of a trigger showed.
     *
     * @param complaint what the kernel had to say of what the functions returned
     * @param events all hits, in order
     */
    record Round(Optional<String> complaint, List<Event> events) {}

    /**
     * Has a task call functions.
     *
     * @param depth how often a function calls itself, where it does
     * @param function the symbol for a function ip that a program of this probe was told
     */
    Round round(int task, Way way, int depth, BiFunction<Probe, Long, String> function) {
        Caller caller = tasks.caller(task);
        Trigger trigger = triggers.of(way);
        recorder.clear();
        Optional<String> complaint = trigger.run(caller, depth);
        Log log = recorder.records(hooks.handlers());
        if (log.lost() > 0) {
            throw new IllegalStateException(
                    "%d hits found no room in the map of records.".formatted(log.lost()));
        }
        Resolved resolver = new Resolved(recorder.takeSamples(), function);
        EventDecoder decoder = new EventDecoder(resolver);
        List<Event> seen = new ArrayList<>();
        log.records().forEach(record -> seen.add(decoder.decode(record)));
        return new Round(complaint, seen);
    }

    private final class Resolved implements Resolver {
        private final Map<SampleTag, Sample> samples;
        private final BiFunction<Probe, Long, String> function;

        Resolved(Map<SampleTag, Sample> samples, BiFunction<Probe, Long, String> function) {
            this.samples = samples;
            this.function = function;
        }

        @Override
        public int task(LogRecord record) {
            return tasks.ofThread(record.thread());
        }

        @Override
        public String function(LogRecord record) {
            Probe probe = hooks.find(record.handler().probe()).orElseThrow().probe();
            return function.apply(probe, record.functionIp());
        }

        @Override
        public List<Long> stack(int id) {
            return recorder.stack(id);
        }

        @Override
        public Optional<Sample> sample(SampleTag tag) {
            return Optional.ofNullable(samples.get(tag));
        }
    }

    @Override
    public void close() {
        hooks.detachAll();
        recorder.unmap();
        BpfRequests.succeeded(
                calls.call(SystemCall.CLOSE_RANGE, first, LAST, 0), "end of an instance's files");
    }
}
