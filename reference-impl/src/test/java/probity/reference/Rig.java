package probity.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Architecture;
import probity.spi.AttachResult;
import probity.spi.CallResult;
import probity.spi.Candidate;
import probity.spi.Counts;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Target;

/** An instance of a design to try things on, with short words for what tests do all the time. */
final class Rig implements AutoCloseable {
    static final Action CAPTURE = new Action.Capture("registers");
    static final Action WALK = new Action.Walk("walk", Action.Walk.From.CONTEXT);
    static final Action HERE = new Action.Walk("here", Action.Walk.From.HERE);

    private final Candidate candidate;
    private final Instance instance;
    private final List<Plan.Step> steps = new ArrayList<>();

    private Rig(Candidate candidate, Options options) {
        this.candidate = candidate;
        this.instance = candidate.start(options);
    }

    static Rig of(String design) {
        return of(Designs.candidate(Design.parse(design).orElseThrow()));
    }

    static Rig of(Candidate candidate) {
        return new Rig(candidate, Options.defaults());
    }

    static Rig of(Candidate candidate, Options options) {
        return new Rig(candidate, options);
    }

    Instance instance() {
        return instance;
    }

    Candidate candidate() {
        return candidate;
    }

    static Probe fprobe(String name, String... functions) {
        return Probe.of(name, ProbeKind.FPROBE, functions).onEntry(CAPTURE).onExit(CAPTURE);
    }

    static Probe probe(String name, ProbeKind kind, String... functions) {
        return Probe.of(name, kind, functions);
    }

    /** Arguments x0, x1, …; every other register has a value of its own. */
    static RegisterFile arguments(long... values) {
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i <= 28; i++) {
            file.set("x" + i, i < values.length ? values[i] : 0x1000_0000L + i);
        }
        return file.set("pstate", 0x6000_0005L).build();
    }

    static Plan.Call call(String function, long... values) {
        return call(0, 0, function, values);
    }

    static Plan.Call call(int task, int cpu, String function, long... values) {
        return new Plan.Call(task, cpu, function, arguments(values), List.of());
    }

    AttachResult attach(Probe probe) {
        return instance.attach(probe);
    }

    Execution run(Plan.Step... plan) {
        return instance.run(Plan.of(plan));
    }

    /** The result of a call that returns, without hooks, on a fresh instance. */
    CallResult unhooked(Plan.Step... plan) {
        return (CallResult) unhookedRun(plan).steps().get(plan.length - 1);
    }

    Execution unhookedRun(Plan.Step... plan) {
        try (Rig fresh = of(candidate)) {
            return fresh.run(plan);
        }
    }

    Target target(String function) {
        return instance.targets().stream()
                .filter(target -> target.name().equals(function))
                .findFirst()
                .orElseThrow();
    }

    Counts counts(String probe) {
        return instance.counts(probe);
    }

    static CallResult result(Execution execution, int step) {
        return (CallResult) execution.steps().get(step);
    }

    /** The events as a string: {@code >} for entries, {@code <} for exits. */
    static String order(Execution execution) {
        return execution.events().stream()
                .map(event -> String.valueOf(event.side().symbol()))
                .collect(Collectors.joining());
    }

    /** The events of several probes as a string: name and side. */
    static String named(Execution execution) {
        return execution.events().stream()
                .map(event -> event.probe() + event.side().symbol())
                .collect(Collectors.joining(" "));
    }

    static List<Event> events(Execution execution, String probe) {
        return execution.events().stream().filter(e -> e.probe().equals(probe)).toList();
    }

    static RegisterFile captured(Event event) {
        return event.find("registers", probity.spi.Observation.Captured.class)
                .orElseThrow()
                .registers();
    }

    static List<Long> walked(Event event, String label) {
        return event.find(label, probity.spi.Observation.Walked.class)
                .orElseThrow()
                .walk()
                .frames();
    }

    static Activation activation(Execution execution, String function) {
        return execution.activations().stream()
                .filter(activation -> activation.function().equals(function))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        instance.close();
    }
}
