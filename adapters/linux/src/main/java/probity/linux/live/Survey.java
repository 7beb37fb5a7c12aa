package probity.linux.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import probity.linux.agent.Agent;
import probity.linux.btf.Btf;
import probity.linux.btf.BtfFunction;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Event;
import probity.spi.KnownRun;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Role;
import probity.spi.Target;

/**
 * Finds out which functions a kernel calls and what is true of them, from a second observer:
 * kprobes with programs of their own, in runs in which nothing else is hooked. Each call is seen
 * twice, and a register that differs says nothing.
 */
final class Survey {
    private static final int RUNS = 2;
    private static final int CODE = 4096;

    /** A chain has this many functions, or is none. */
    private static final int SHORTEST_CHAIN = 4;

    private final Btf btf;
    private final Rig rig;
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    Survey(Btf btf, Rig rig) {
        this.btf = btf;
        this.rig = rig;
    }

    /** Why functions that the kit knows are no targets of this kernel, in sentences. */
    List<String> leftOut() {
        return leftOut.values().stream().distinct().toList();
    }

    /** The targets. */
    List<Target> targets() {
        Map<Way, String> complaints = complaints();
        for (KernelFunction function : KernelFunction.ALL) {
            if (complaints.containsKey(function.way())) {
                leave(function, complaints.get(function.way()));
                continue;
            }
            AttachResult answer = rig.hooks().attach(observer(function.name()));
            if (answer instanceof Refused no) {
                leave(function, no.reason());
            }
        }
        Map<Way, List<List<Sighting>>> seen = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            seen.put(way, byDepth(way));
        }
        rig.hooks().detachAll();
        List<Target> targets = new ArrayList<>();
        seen.forEach((way, byDepth) -> targets.addAll(targets(way, byDepth)));
        return targets;
    }

    /** What comes out otherwise than it should although nothing is hooked. */
    private Map<Way, String> complaints() {
        Map<Way, String> complaints = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            rig.round(Agent.MAIN, way, 0, (probe, ip) -> probe.functions().get(0))
                    .complaint()
                    .ifPresent(complaint -> complaints.put(way, complaint));
        }
        return complaints;
    }

    private static Probe observer(String function) {
        return Probe.of("observer of " + function, ProbeKind.KPROBE, function)
                .onEntry(
                        new Action.Capture(Sighting.CAPTURE),
                        new Action.Walk(Sighting.WALK, Action.Walk.From.CONTEXT));
    }

    /** What was called this way, as deep as the kernel goes and shows the same every time. */
    private List<List<Sighting>> byDepth(Way way) {
        List<List<Sighting>> byDepth = new ArrayList<>();
        for (int depth = 0; depth <= way.deepest(); depth++) {
            List<List<Event>> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                Rounds.Round round =
                        rig.round(Agent.MAIN, way, depth, (probe, ip) -> probe.functions().get(0));
                // an interrupt may call what others are known to
                runs.add(
                        round.events().stream()
                                .filter(hit -> KernelFunction.wayTo(hit.function()) == way)
                                .toList());
            }
            Optional<List<Sighting>> common = Sighting.common(runs);
            int before = depth == 0 ? 0 : byDepth.get(depth - 1).size();
            if (common.isEmpty() || common.get().size() <= before) {
                break;
            }
            byDepth.add(common.get());
        }
        return byDepth;
    }

    private List<Target> targets(Way way, List<List<Sighting>> byDepth) {
        Map<String, FoundTarget> found = new LinkedHashMap<>();
        for (KernelFunction function : KernelFunction.ALL) {
            if (function.way() == way && !leftOut.containsKey(function.name())) {
                found(function, byDepth).ifPresent(each -> found.put(function.name(), each));
            }
        }
        boolean chain = found.values().stream().anyMatch(t -> t.function().role() == Role.CHAIN);
        if (chain && found.size() < SHORTEST_CHAIN) {
            found.values()
                    .forEach(
                            each ->
                                    leave(
                                            each.function(),
                                            "%s is one of %d in a chain, which is too short."
                                                    .formatted(
                                                            each.function().name(), found.size())));
            return List.of();
        }
        List<List<KnownRun>> runs = byDepth.stream().map(all -> runs(found, all)).toList();
        return found.values().stream().map(each -> each.target(runs)).toList();
    }

    private static List<KnownRun> runs(Map<String, FoundTarget> found, List<Sighting> all) {
        List<Sighting> known =
                all.stream().filter(each -> found.containsKey(each.function())).toList();
        return IntStream.range(0, known.size())
                .mapToObj(
                        i ->
                                found.get(known.get(i).function())
                                        .run(known.get(i), Sighting.parent(known, i)))
                .toList();
    }

    private Optional<FoundTarget> found(KernelFunction function, List<List<Sighting>> byDepth) {
        String name = function.name();
        Optional<BtfFunction> type = btf.function(name);
        Optional<Sighting> seen =
                byDepth.stream()
                        .flatMap(List::stream)
                        .filter(sighting -> sighting.function().equals(name))
                        .findFirst();
        if (type.isEmpty()) {
            leave(function, "The kernel has no type of " + name + ".");
            return Optional.empty();
        } else if (seen.isEmpty() || !seen.get().registers().has("pc")) {
            leave(function, "This kernel does not call " + name + " every time that it should.");
            return Optional.empty();
        }
        Optional<Code> code = Code.of(rig.text().read(seen.get().registers().get("pc"), CODE));
        if (code.isEmpty()) {
            leave(function, name + " has no patch site.");
            return Optional.empty();
        }
        FoundTarget found = new FoundTarget(function, type.get(), code.get(), seen.get());
        found.contradiction().ifPresent(what -> leave(function, what));
        return found.contradiction().isPresent() ? Optional.empty() : Optional.of(found);
    }

    private void leave(KernelFunction function, String why) {
        leftOut.put(function.name(), why);
    }
}
