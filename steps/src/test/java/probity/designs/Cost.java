package probity.designs;

import java.util.Optional;
import probity.judge.MagicValues;
import probity.run.candidates.Candidates;
import probity.spi.Action;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.TrampolineRun;

/**
 * What a hit of one probe on a leaf function costs.
 *
 * @param entry the trampoline at entry, if one ran
 * @param exit the trampoline at exit, if one ran
 */
record Cost(Optional<TrampolineRun> entry, Optional<TrampolineRun> exit) {
    /** Hooks the first leaf at all sides that are offered, and calls it once. */
    static Cost of(String address, ProbeKind kind) throws CandidateUnavailable {
        Candidate candidate = new Candidates(Cost.class.getClassLoader()).open(address);
        Description description = candidate.describe();
        try (Instance instance = candidate.start(Options.defaults())) {
            Target leaf =
                    instance.targets().stream()
                            .filter(target -> target.role() == Role.LEAF)
                            .findFirst()
                            .orElseThrow();
            Probe probe = Probe.of("cost", kind, leaf.name());
            boolean entry = description.offers(kind, Side.ENTRY) && kind != ProbeKind.KRETPROBE;
            boolean exit = description.offers(kind, Side.EXIT);
            if (!entry && !exit) {
                return new Cost(Optional.empty(), Optional.empty());
            }
            probe = entry ? probe.onEntry(new Action.Capture("at entry")) : probe;
            probe = exit ? probe.onExit(new Action.Capture("at exit")) : probe;
            Execution execution =
                    instance.run(Plan.of(new Plan.Attach(probe), MagicValues.call(leaf, 0, 0, 1)));
            return new Cost(run(execution, Side.ENTRY), run(execution, Side.EXIT));
        }
    }

    private static Optional<TrampolineRun> run(Execution execution, Side side) {
        return execution.trampolines().stream().filter(run -> run.side() == side).findFirst();
    }

    /** Instructions, bytes stored and bytes loaded, such as {@code 27 / 136 / 96}. */
    static String text(Optional<TrampolineRun> run) {
        return run.map(
                        it ->
                                "%d / %d / %d"
                                        .formatted(
                                                it.instructions(),
                                                it.bytesStored(),
                                                it.bytesLoaded()))
                .orElse("not offered");
    }
}
