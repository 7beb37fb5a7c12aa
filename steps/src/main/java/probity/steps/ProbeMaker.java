package probity.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.run.Trial;
import probity.spi.Action;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Script;
import probity.spi.Side;
import probity.spi.Target;

/** Makes the probes that a feature speaks of. */
final class ProbeMaker {
    private final Trial trial;
    private final TargetFinder finder;

    ProbeMaker(Trial trial, TargetFinder finder) {
        this.trial = trial;
        this.finder = finder;
    }

    /**
     * One probe, or two for a multi-kprobe with handlers at both sides: such a program is attached
     * at the entry or at the return, so it takes two, {@code A>} and {@code A<}.
     */
    List<Probe> make(ProbeRef ref, List<Target> targets, ProbeOptions options, Handlers handlers) {
        Map<Side, List<String>> phrases = handlers.phrases();
        if (ref.kind() != ProbeKind.MULTI || phrases.size() < 2) {
            return List.of(probe(ref.name(), ref.kind(), targets, options, phrases));
        }
        List<Probe> both = new ArrayList<>();
        phrases.forEach(
                (side, actions) ->
                        both.add(
                                probe(
                                        ref.name() + side.symbol(),
                                        ref.kind(),
                                        targets,
                                        options,
                                        Map.of(side, actions))));
        return both;
    }

    private Probe probe(
            String name,
            ProbeKind kind,
            List<Target> targets,
            ProbeOptions options,
            Map<Side, List<String>> phrases) {
        String[] functions = targets.stream().map(Target::name).toArray(String[]::new);
        Probe probe =
                options.applyTo(Probe.of(name, kind, functions), trial.description().limits());
        return probe.withScript(Side.ENTRY, script(Side.ENTRY, kind, phrases, probe.entryData()))
                .withScript(Side.EXIT, script(Side.EXIT, kind, phrases, probe.entryData()));
    }

    private Optional<Script> script(
            Side side, ProbeKind kind, Map<Side, List<String>> phrases, int dataSize) {
        if (!phrases.containsKey(side)) {
            // a session is one program that runs at both sides, if only to do nothing
            return kind == ProbeKind.SESSION ? Optional.of(Script.of()) : Optional.empty();
        }
        ScriptReader reader =
                new ScriptReader(finder, trial.description().architecture(), dataSize);
        Action[] actions = reader.read(phrases.get(side));
        return Optional.of(Script.of(actions));
    }
}
