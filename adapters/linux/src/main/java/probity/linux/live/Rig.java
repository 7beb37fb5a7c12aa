package probity.linux.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.handler.EventDecoder;
import probity.linux.bpf.handler.Handler;
import probity.linux.bpf.handler.HandlerCompiler;
import probity.linux.bpf.handler.Log;
import probity.linux.bpf.handler.LogRecord;
import probity.linux.bpf.handler.Resolver;
import probity.linux.bpf.handler.SampleTag;
import probity.linux.guest.Guest;
import probity.linux.perf.PerfRecord;
import probity.linux.tracefs.FprobeRecord;
import probity.spi.Event;
import probity.spi.Options;
import probity.spi.Probe;
import probity.spi.Sample;
import probity.spi.Target;

/**
 * A guest that is set up: maps that programs write to, ways to call functions, tasks. Those serve
 * one instance after the other. What an instance has besides are hooks, whose files have the
 * numbers from the first free one on: closing them takes everything back, since links and events
 * last as long as their files, and a program that is attached to nothing does nothing.
 */
final class Rig implements Rounds, AutoCloseable {
    private final Guest guest;
    private final SystemCalls calls;
    private final StackPoison poison;
    private final Recorder recorder;
    private final TracefsEvents events;
    private final Tasks tasks;
    private final Map<Way, Trigger> triggers;
    private final KernelText text;
    private final BpfRequests bpf;
    private final Programs programs;
    private final HandlerCompiler compiler;
    private final int process;
    private final int first;
    private final Map<String, Long> addresses = new HashMap<>();
    private Hooks hooks;

    /**
     * Sets it up.
     *
     * @param cpus how many the guest has
     */
    Rig(Guest guest, int cpus, ProgramIds ids) {
        this.guest = guest;
        this.calls = guest.calls(Agent.MAIN);
        this.tasks = new Tasks(guest);
        Caller main = tasks.caller(Agent.MAIN);
        this.bpf = main.bpf();
        this.programs = new Programs(calls, bpf);
        this.poison = new StackPoison(bpf);
        poison.seed(Options.defaults().poison());
        this.recorder = new Recorder(guest.agent(), calls, bpf, cpus, guest.hello().pageSize());
        this.events = new TracefsEvents(calls, TracefsEvents.GROUP);
        events.takeKept();
        this.text = new KernelText(guest.agent(), calls);
        this.process = BpfRequests.succeeded(calls.call(SystemCall.GETPID), "getpid");
        this.compiler =
                new HandlerCompiler(process, recorder.maps(), recorder.layout(), ids.session())
                        .attemptingWrites();
        // all of them now: to set one up later could hit what is hooked by then
        this.triggers =
                Map.of(
                        Way.TEST_RUN, new TestRun(bpf, ids.test()),
                        Way.OPEN, new FailingOpen(calls),
                        Way.EPOLL, new NestedEpolls(calls),
                        Way.TIMER, new TimerReading(calls),
                        Way.SELECT, new EmptySelect(),
                        Way.MAP, new FixedMapping());
        this.first = free(calls);
        this.hooks = newHooks();
    }

    private Hooks newHooks() {
        return new Hooks(calls, bpf, programs, events, compiler, addresses, recorder.hitEvents());
    }

    /**
     * Tells where functions are, which need not be looked up by the kernel then.
     *
     * @return this
     */
    Rig learn(List<Target> targets) {
        targets.forEach(target -> addresses.put(target.name(), target.address()));
        return this;
    }

    /**
     * Says what stacks are filled with before a function is called.
     *
     * @return this
     */
    Rig poison(long seed) {
        poison.seed(seed);
        return this;
    }

    Guest guest() {
        return guest;
    }

    KernelText text() {
        return text;
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

    @Override
    public Round round(int task, Way way, int depth, BiFunction<Probe, Long, String> function) {
        Caller caller = tasks.caller(task);
        List<Handler> handlers = hooks.handlers();
        Map<Integer, FprobeEvent> fprobes = new HashMap<>();
        hooks.fprobes().forEach(event -> fprobes.put(event.id(), event));
        Trigger trigger = triggers.get(way);
        if (handlers.isEmpty() && fprobes.isEmpty()) {
            return new Round(trigger.run(caller, depth), List.of());
        }
        recorder.clear(handlers, !fprobes.isEmpty());
        Optional<String> complaint = trigger.run(caller, depth);
        List<Timed> seen = new ArrayList<>();
        if (!handlers.isEmpty()) {
            seen.addAll(programs(handlers, function));
        }
        if (!fprobes.isEmpty()) {
            seen.addAll(hits(fprobes));
        }
        seen.sort(Comparator.comparingLong(Timed::time));
        return new Round(complaint, seen.stream().map(Timed::event).toList());
    }

    /** Programs number what they see among themselves; beside them there are events. */
    private record Timed(long time, Event event) {}

    private List<Timed> programs(List<Handler> handlers, BiFunction<Probe, Long, String> function) {
        Log log = recorder.records(handlers);
        if (log.lost() > 0) {
            throw new IllegalStateException(
                    "%d hits found no room in the map of records.".formatted(log.lost()));
        }
        Resolved resolver = new Resolved(recorder.samples(handlers), function);
        EventDecoder decoder = new EventDecoder(resolver);
        return log.records().stream()
                .map(record -> new Timed(record.time(), decoder.decode(record)))
                .toList();
    }

    private List<Timed> hits(Map<Integer, FprobeEvent> fprobes) {
        List<Timed> seen = new ArrayList<>();
        List<List<PerfRecord.Sampled>> byCpu = recorder.hits();
        for (int cpu = 0; cpu < byCpu.size(); cpu++) {
            for (PerfRecord.Sampled hit : byCpu.get(cpu)) {
                // other processes may call the function too, and nobody asked for that
                if (hit.process() == process) {
                    FprobeEvent event = fprobes.get(FprobeRecord.id(hit.raw()));
                    int task = tasks.ofThread(hit.thread());
                    seen.add(new Timed(hit.time(), event.event(seen.size(), task, cpu, hit)));
                }
            }
        }
        return seen;
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

    /** Takes back what an instance has done. */
    void reset() {
        if (hooks.unused()) {
            return;
        }
        hooks.detachAll();
        recorder.reset();
        BpfRequests.succeeded(
                calls.call(SystemCall.CLOSE_RANGE, first, Programs.KEPT - 1, 0),
                "end of an instance's files");
        hooks = newHooks();
    }

    @Override
    public void close() {
        guest.close();
    }
}
