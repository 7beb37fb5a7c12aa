package probity.judge.toy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import probity.spi.Activation;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.ContextPolicy;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Done;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.StepResult;
import probity.spi.Target;
import probity.spi.TrampolineRun;
import probity.spi.Unsaved;
import probity.spi.Walk;

/** An instance of the toy; hooks everything right. One run per instance. */
public final class ToyKernel implements Instance {
    /** An address outside of every target. */
    public static final long TRAMPOLINE = 0xffff_8000_000a_0000L;

    private final Description description;
    private final Options options;
    private final Map<String, ToyProbe> probes = new LinkedHashMap<>();
    private final Map<Integer, ToyTask> tasks = new TreeMap<>();
    private final Map<ToyFrame, ToyTask> frames = new LinkedHashMap<>();
    private final Map<ToyTask, Integer> pending = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<TrampolineRun> trampolines = new ArrayList<>();
    private int reserved;
    private int position;
    private int step;
    private boolean noticed;
    private Function<Probe, AttachResult> answers = probe -> null;

    ToyKernel(Description description, Options options) {
        this.description = description;
        this.options = options;
    }

    /** Answers requests otherwise, where the function gives an answer. */
    void answer(Function<Probe, AttachResult> other) {
        answers = other;
    }

    Description description() {
        return description;
    }

    long poison() {
        return options.poison();
    }

    boolean readsZero() {
        return description.policy() == ContextPolicy.SPARSE
                || description.policy() == ContextPolicy.RELOCATED
                        && description.unsaved() == Unsaved.ZERO;
    }

    int reserveEvent() {
        return reserved++;
    }

    void event(int sequence, Event event) {
        events.add(event);
        String symbol = event.side() == Side.ENTRY ? "hook_entry" : "hook_return";
        boolean kretprobe =
                event.side() == Side.EXIT
                        && probes.get(event.probe()).probe.kind() == ProbeKind.KRETPROBE;
        String ran = kretprobe ? "kretprobe_trampoline" : symbol;
        trampolines.add(new TrampolineRun(ran, event.side(), 20, 100, 100));
    }

    int position() {
        return position++;
    }

    ToyFrame frame(
            ToyTask task,
            ToyFunction function,
            Optional<ToyFrame> caller,
            long returnAddress,
            boolean nested) {
        ToyFrame frame =
                new ToyFrame(
                        frames.size(),
                        function,
                        caller,
                        returnAddress,
                        nested,
                        step,
                        task.cpu,
                        position());
        frames.put(frame, task);
        return frame;
    }

    /** What runs for a new activation, in the order of attachment. */
    List<ToyPending> arm(ToyFrame frame, ToyTask task) {
        List<ToyPending> armed = new ArrayList<>();
        int hooks = 0;
        for (ToyProbe probe : probes.values()) {
            boolean hit = probe.live() && probe.probe.functions().contains(frame.function.symbol());
            if (!hit) {
                continue;
            }
            int pool = probe.probe.maxActive();
            boolean full =
                    ToyTask.hooksReturn(probe)
                            && (pending.getOrDefault(task, 0) >= description.limits().depth()
                                    || hooks >= description.limits().probesPerFunction()
                                    || pool > 0 && probe.inUse >= pool);
            if (probe.running.contains(task) || full) {
                miss(probe);
                continue;
            }
            ToyPending one = new ToyPending(probe);
            armed.add(one);
            if (ToyTask.hooksReturn(probe)) {
                hooks++;
                probe.inUse++;
                pending.merge(task, 1, Integer::sum);
                frame.pending.add(one);
            }
        }
        return armed;
    }

    private static void miss(ToyProbe probe) {
        if (probe.probe.entry().isPresent()) {
            probe.entriesMissed++;
        } else {
            probe.exitsMissed++;
        }
    }

    /** Whether a handler runs; keeps the books. */
    boolean starts(ToyPending one, Side side) {
        if (side == Side.ENTRY) {
            one.probe.entriesRun++;
            return true;
        }
        if (one.cancelled) {
            return false;
        }
        if (!one.probe.live()) {
            one.probe.dropped++;
            return false;
        }
        one.probe.exitsRun++;
        return true;
    }

    /** Gives back what an activation held. */
    void forget(ToyFrame frame) {
        frame.pending.forEach(one -> one.probe.inUse--);
        pending.merge(frames.get(frame), -frame.pending.size(), Integer::sum);
        frame.pending.clear();
    }

    @Override
    public List<Target> targets() {
        return Arrays.stream(ToyFunction.values()).map(ToyFunction::target).toList();
    }

    @Override
    public AttachResult attach(Probe probe) {
        AttachResult other = answers.apply(probe);
        if (other instanceof Attached) {
            probes.put(probe.name(), new ToyProbe(probe));
        }
        if (other != null) {
            return other;
        }
        boolean offered =
                Arrays.stream(Side.values())
                        .allMatch(
                                side ->
                                        probe.script(side).isEmpty()
                                                || description.offers(probe.kind(), side));
        if (!offered || probe.entryData() > description.limits().entryData()) {
            return new Refused(offered ? "E2BIG" : "EOPNOTSUPP", "The toy does not do that.");
        }
        probes.put(probe.name(), new ToyProbe(probe));
        boolean notice =
                probe.kind() == ProbeKind.KRETPROBE
                        && description.stage() == Stage.MIGRATED
                        && !noticed;
        noticed |= notice;
        return new Attached(notice ? Optional.of("Use fprobe instead.") : Optional.empty());
    }

    @Override
    public Execution run(Plan plan) {
        List<StepResult> results = new ArrayList<>();
        for (Plan.Step each : plan.steps()) {
            results.add(step(each));
            step++;
        }
        events.sort(Comparator.comparingInt(Event::sequence));
        List<Activation> seen = new ArrayList<>();
        frames.forEach((frame, task) -> seen.add(frame.activation(task.id)));
        return new Execution(results, events, seen, List.of(), trampolines);
    }

    private StepResult step(Plan.Step each) {
        if (each instanceof Plan.Call call) {
            ToyTask task = tasks.computeIfAbsent(call.task(), id -> new ToyTask(this, id));
            task.cpu = call.cpu();
            return task.call(ToyFunction.of(call.function()), call.registers());
        } else if (each instanceof Plan.Continue goOn) {
            return tasks.get(goOn.task()).goOn();
        } else if (each instanceof Plan.WalkTask walk) {
            return walk(tasks.get(walk.task()));
        } else if (each instanceof Plan.Attach attach) {
            return attach(attach.probe());
        } else if (each instanceof Plan.Move move) {
            tasks.get(move.task()).cpu = move.cpu();
        } else if (each instanceof Plan.EndTask end) {
            tasks.get(end.task()).end();
        } else if (each instanceof Plan.Detach detach) {
            probes.get(detach.probe()).attached = false;
        } else if (each instanceof Plan.Enable enable) {
            probes.get(enable.probe()).enabled = true;
        } else if (each instanceof Plan.Disable disable) {
            probes.get(disable.probe()).stop();
        }
        return new Done();
    }

    private static Walk walk(ToyTask task) {
        ToyFrame frame = task.innermost().orElseThrow();
        List<Long> frames = new ArrayList<>(List.of(frame.function.address() + 0x30));
        frames.addAll(frame.callers());
        return new Walk(frames);
    }

    @Override
    public Bytes code(String function) {
        byte[] code = new byte[16];
        Arrays.fill(code, (byte) function.hashCode());
        return Bytes.of(code);
    }

    @Override
    public Set<String> symbols() {
        boolean removed = description.stage() == Stage.REMOVED;
        return removed ? Set.of("hook_entry") : Set.of("hook_entry", "kretprobe_trampoline");
    }

    @Override
    public Counts counts(String probe) {
        return probes.get(probe).counts();
    }

    @Override
    public void close() {
        tasks.values().forEach(ToyTask::end);
    }
}
