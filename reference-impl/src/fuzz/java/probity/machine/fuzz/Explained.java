package probity.machine.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import probity.machine.FaultKind;
import probity.machine.Stop;

/**
 * Differences to Unicorn that are known, each with its reason. A case that one of these covers does
 * not count as compared.
 *
 * @param reason why the two differ, and who is right
 */
record Explained(String reason, Predicate<Difference> covers) {
    /** What there is to judge by. */
    record Difference(Case c, Outcome ours, Outcome unicorns, Stop stop) {
        boolean any(IntPredicate word) {
            return Arrays.stream(c.words()).anyMatch(word);
        }

        boolean stoppedWith(String text) {
            return stop instanceof Stop.Unsupported && stop.text().contains(text);
        }
    }

    /** How the machine names what it does not offer. */
    private static final List<String> NOT_OFFERED =
            List.of(
                    "SIMD and floating point; only moves are known",
                    "only fmov is known",
                    "half precision",
                    "SVE, SME",
                    "an unprivileged access",
                    "unknown system register",
                    "an unallocated or unknown encoding in system",
                    "an unallocated or unknown encoding in PSTATE fields",
                    "unknown cache or address instruction");

    private static final List<Explained> ALL =
            List.of(
                    new Explained(
                            "CONSTRAINED UNPREDICTABLE: refused here, Unicorn picks a behaviour",
                            difference -> difference.stoppedWith("constrained unpredictable")),
                    new Explained(
                            "Unicorn compares the operands of narrow ldsmax, ldsmin, ldumax and"
                                    + " ldumin in 64 bits without extending them",
                            difference -> difference.any(Explained::isNarrowMinMax)),
                    new Explained(
                            "pointer authentication does nothing in Unicorn: EL1 has to switch it"
                                    + " on, and then EL3 traps it",
                            difference -> difference.any(Explained::isAuthentication)),
                    new Explained(
                            "exclusive, atomic and ordered accesses have to be aligned (without"
                                    + " FEAT_LSE2), which Unicorn does not check",
                            difference -> isFault(difference, FaultKind.DATA_ALIGNMENT)),
                    new Explained(
                            "a store exclusive without reservation at a bad address: faulting, as"
                                    + " here, is IMPLEMENTATION DEFINED; Unicorn reports failure",
                            difference ->
                                    difference.stop instanceof Stop.Fault
                                            && difference.any(Explained::isStoreExclusive)),
                    new Explained(
                            "a store that reaches beyond mapped memory: Unicorn writes the part"
                                    + " that is mapped, which the manual permits, here nothing is",
                            Explained::isPartialStore));

    /**
     * Whether the machine stopped at an instruction that it does not claim to know: floating-point
     * and SIMD arithmetic, SVE, unprivileged access, exception levels. Unicorn is not asked then;
     * at some unallocated ones of these it ends the whole process.
     */
    static boolean isNotOffered(Stop stop) {
        return stop instanceof Stop.Unsupported
                && NOT_OFFERED.stream().anyMatch(stop.text()::contains);
    }

    /** The first entry that covers a difference. */
    static Optional<Explained> of(Case c, Outcome ours, Outcome unicorns, Stop stop) {
        Difference difference = new Difference(c, ours, unicorns, stop);
        return ALL.stream().filter(explained -> explained.covers.test(difference)).findFirst();
    }

    private static boolean isNarrowMinMax(int word) {
        return is(word, 0x3f20c000 | 1 << 10 | 1 << 11, 0x38204000) && word >>> 30 != 3;
    }

    private static boolean isAuthentication(int word) {
        boolean oneSource = is(word, 0xffff0000, 0xdac10000);
        boolean generic = is(word, 0xffe0fc00, 0x9ac03000);
        boolean branch = is(word, 0xfe1ff800, 0xd61f0800);
        boolean load = is(word, 0xff200400, 0xf8200400);
        boolean hint = is(word, 0xfffffd1f, 0xd503211f) || is(word, 0xffffff1f, 0xd503231f);
        return oneSource || generic || branch || load || hint || word == 0xd50320ff;
    }

    private static boolean isStoreExclusive(int word) {
        return is(word, 0x3fc00000, 0x08000000);
    }

    private static boolean isPartialStore(Difference difference) {
        return isFault(difference, FaultKind.DATA_WRITE)
                && difference.ours.differencesTo(difference.unicorns).stream()
                        .allMatch(line -> line.startsWith("data+"));
    }

    private static boolean isFault(Difference difference, FaultKind kind) {
        return difference.stop instanceof Stop.Fault
                && ((Stop.Fault) difference.stop).kind() == kind;
    }

    private static boolean is(int word, int mask, int bits) {
        return (word & mask) == bits;
    }
}
