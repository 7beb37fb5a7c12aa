package probity.linux.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.agent.Agent;
import probity.linux.btf.Btf;
import probity.linux.btf.BtfFunction;
import probity.linux.guest.Guest;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.Target;

/**
 * Finds out what a kernel has. The truth about its functions comes from a second observer: kprobes
 * with programs of their own, in runs in which nothing else is hooked. Each call is seen twice, and
 * a register that differs says nothing.
 */
final class Survey {
    private static final int RUNS = 2;
    private static final int CODE = 64;
    private static final String CAPTURE = "registers";
    private static final String WALK = "callers";

    private final Guest guest;
    private final Btf btf;
    private final List<String> leftOut = new ArrayList<>();

    Survey(Guest guest, Btf btf) {
        this.guest = guest;
        this.btf = btf;
    }

    /** Why functions of the list are no targets of this kernel, a sentence each. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** The targets. */
    List<Target> targets(Rig rig) {
        Map<String, Refused> refused = new LinkedHashMap<>();
        for (TestFunction function : TestFunction.ALL) {
            AttachResult answer = rig.hooks().attach(observer(function.name()));
            if (answer instanceof Refused no) {
                refused.put(function.name(), no);
            }
        }
        List<Map<String, Event>> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            Map<String, Event> run = new LinkedHashMap<>();
            rig.round(Agent.MAIN, (probe, ip) -> probe.functions().get(0))
                    .events()
                    .forEach(event -> run.put(event.function(), event));
            runs.add(run);
        }
        rig.hooks().detachAll();
        List<Target> targets = new ArrayList<>();
        for (TestFunction function : TestFunction.ALL) {
            if (refused.containsKey(function.name())) {
                leftOut.add(refused.get(function.name()).reason());
            } else {
                found(function, runs).ifPresent(found -> targets.add(found.target()));
            }
        }
        return targets;
    }

    private static Probe observer(String function) {
        return Probe.of("observer of " + function, ProbeKind.KPROBE, function)
                .onEntry(
                        new Action.Capture(CAPTURE),
                        new Action.Walk(WALK, Action.Walk.From.CONTEXT));
    }

    private Optional<FoundTarget> found(TestFunction function, List<Map<String, Event>> runs) {
        String name = function.name();
        Optional<BtfFunction> type = btf.function(name);
        if (type.isEmpty() || !runs.stream().allMatch(run -> run.containsKey(name))) {
            leftOut.add("A test run of this kernel does not call " + name + ".");
            return Optional.empty();
        }
        List<Event> seen = runs.stream().map(run -> run.get(name)).toList();
        RegisterFile registers = common(seen.stream().map(Survey::registers).toList());
        for (int i = 0; i < function.arguments().size(); i++) {
            int bits = type.get().parameters().get(i).value().bits();
            long known = function.arguments().get(i);
            long there = registers.find("x" + i).map(w -> w.truncate(bits).low()).orElse(~known);
            if (there != known) {
                leftOut.add(
                        "%s is called with 0x%x as argument %d, where 0x%x is expected."
                                .formatted(name, there, i, known));
                return Optional.empty();
            }
        }
        Code code =
                Code.of(
                        new KernelText(guest.agent(), guest.calls(Agent.MAIN))
                                .read(registers.get("pc"), CODE));
        return Optional.of(
                new FoundTarget(function, type.get(), code, registers, callers(registers, seen)));
    }

    private static RegisterFile registers(Event event) {
        return event.find(CAPTURE, Observation.Captured.class).orElseThrow().registers();
    }

    private static RegisterFile common(List<RegisterFile> files) {
        RegisterFile first = files.get(0);
        List<String> same =
                first.names().stream()
                        .filter(
                                name ->
                                        files.stream()
                                                .allMatch(
                                                        f -> f.find(name).equals(first.find(name))))
                        .toList();
        return first.only(same);
    }

    /**
     * The link register at a function's first instruction has the address in the direct caller; a
     * walk from there shows the function itself and then the callers of the caller.
     */
    private static List<Long> callers(RegisterFile registers, List<Event> seen) {
        List<List<Long>> walks =
                seen.stream()
                        .map(e -> e.find(WALK, Observation.Walked.class).orElseThrow())
                        .map(walked -> walked.walk().frames())
                        .distinct()
                        .toList();
        if (!registers.has("x30") || walks.size() != 1 || walks.get(0).isEmpty()) {
            return List.of();
        }
        List<Long> callers = new ArrayList<>(List.of(registers.get("x30")));
        callers.addAll(walks.get(0).subList(1, walks.get(0).size()));
        return callers;
    }

    /** Whether probes of a kind can be attached; the kernel's refusal if not. */
    static Optional<Refused> refusal(Rig rig, Probe probe) {
        AttachResult answer = rig.hooks().attach(probe);
        if (answer instanceof Attached) {
            rig.hooks().detach(probe.name());
            return Optional.empty();
        }
        return Optional.of((Refused) answer);
    }
}
