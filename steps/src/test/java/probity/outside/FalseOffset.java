package probity.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import probity.judge.Verdict;
import probity.reference.Declaration;
import probity.reference.Design;
import probity.reference.Designs;
import probity.reference.EmulatedCandidate;
import probity.reference.SetLayout;
import probity.reference.Trampolines;
import probity.run.ConformanceRun;
import probity.spi.Candidate;

/**
 * Right trampolines, and one word about them that is wrong: a register is said to lie where another
 * thing lies.
 *
 * @param key the offset that is wrong, as {@code candidate.properties} calls it
 * @param candidate the trampolines, so declared
 */
record FalseOffset(String key, Candidate candidate) {
    /** The clauses that fail offsets, those first that see most of them. */
    private static final List<String> CLAUSES = List.of("SYM-01", "PTR-09", "PTR-10", "RET-02");

    /** Every offset of every set of a design, each wrong in one candidate. */
    static List<FalseOffset> of(String design) {
        Trampolines right = Designs.trampolines(Design.parse(design).orElseThrow());
        List<FalseOffset> all = new ArrayList<>();
        add(all, "entry", design, right.entry(), set -> with(right, set, right.exit()));
        right.exit()
                .ifPresent(
                        exit ->
                                add(
                                        all,
                                        "return",
                                        design,
                                        exit,
                                        set -> with(right, right.entry(), Optional.of(set))));
        right.kretprobe()
                .ifPresent(
                        byHand ->
                                add(
                                        all,
                                        "kretprobe",
                                        design,
                                        byHand,
                                        set ->
                                                new Trampolines(
                                                        right.image(),
                                                        right.entry(),
                                                        right.exit(),
                                                        Optional.of(set))));
        return all;
    }

    private static Trampolines with(Trampolines right, SetLayout entry, Optional<SetLayout> exit) {
        return new Trampolines(right.image(), entry, exit, right.kretprobe());
    }

    private static void add(
            List<FalseOffset> all,
            String set,
            String design,
            SetLayout right,
            Function<SetLayout, Trampolines> trampolines) {
        Design of = Design.parse(design).orElseThrow();
        for (String register : right.registers()) {
            Declaration declaration =
                    Designs.declaration(of, trampolines.apply(moved(right, register)));
            all.add(
                    new FalseOffset(
                            design + " " + set + "." + register,
                            new EmulatedCandidate("false-offset", declaration)));
        }
    }

    /** Behind the set's end, where no trampoline stores it: that is what it is declared to be. */
    private static SetLayout moved(SetLayout right, String register) {
        Map<String, Integer> offsets = new HashMap<>(right.offsets());
        offsets.put(register, right.size());
        return new SetLayout(right.size() + Long.BYTES, offsets);
    }

    /** The clause that fails it, if one does. */
    Optional<String> killer() {
        return ConformanceRun.of(candidate)
                .clauses(CLAUSES.toArray(String[]::new))
                .withoutProperties()
                .startingWith(CLAUSES)
                .stoppingAtFailure()
                .run()
                .rulings()
                .stream()
                .filter(ruling -> ruling.verdict() == Verdict.FAIL)
                .flatMap(ruling -> ruling.subject().clauses().stream())
                .findFirst();
    }
}
