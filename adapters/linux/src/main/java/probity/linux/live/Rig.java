package probity.linux.live;

import java.util.ArrayList;
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
import probity.spi.Event;
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
    private final Recorder recorder;
    private final TracefsEvents events;
    private final Tasks tasks;
    private final Map<Way, Trigger> triggers;
    private final KernelText text;
    private final BpfRequests bpf;
    private final Programs programs;
    private final HandlerCompiler compiler;
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
        this.recorder = new Recorder(guest.agent(), calls, bpf, cpus, guest.hello().pageSize());
        this.events = new TracefsEvents(calls);
        this.text = new KernelText(guest.agent(), calls);
        int process = BpfRequests.succeeded(calls.call(SystemCall.GETPID), "getpid");
        this.compiler =
                new HandlerCompiler(process, recorder.maps(), recorder.layout(), ids.session())
                        .attemptingWrites();
        // all of them now: to set one up later could hit what is hooked by then
        this.triggers =
                Map.of(
                        Way.TEST_RUN, new TestRun(bpf, ids.test()),
                        Way.OPEN, new FailingOpen(calls),
                        Way.EPOLL, new NestedEpolls(calls));
        this.first = free(calls);
        this.hooks = new Hooks(calls, bpf, programs, events, compiler, addresses);
    }

    /** Tells where functions are, which need not be looked up by the kernel then. */
    void learn(List<Target> targets) {
        targets.forEach(target -> addresses.put(target.name(), target.address()));
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
        Trigger trigger = triggers.get(way);
        if (handlers.isEmpty()) {
            return new Round(trigger.run(caller, depth), List.of());
        }
        recorder.clear(handlers);
        Optional<String> complaint = trigger.run(caller, depth);
        Log log = recorder.records(handlers);
        if (log.lost() > 0) {
            throw new IllegalStateException(
                    "%d hits found no room in the map of records.".formatted(log.lost()));
        }
        Resolved resolver = new Resolved(recorder.samples(handlers), function);
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
        hooks = new Hooks(calls, bpf, programs, events, compiler, addresses);
    }

    @Override
    public void close() {
        guest.close();
    }
}
