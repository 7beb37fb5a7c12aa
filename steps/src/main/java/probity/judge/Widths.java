package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import probity.spi.Parameter;
import probity.spi.Point;
import probity.spi.Result;
import probity.spi.Target;
import probity.spi.Word;

/** Which registers a clause speaks of, and how much of each means anything. */
final class Widths {
    /** NZCV, DAIF and mode: what is compared of PSTATE. */
    static final long PSTATE = 0xf00003cfL;

    /** The condition flags, which are dead across calls. */
    static final long NZCV = 0xf0000000L;

    /** The exception level and stack selector; 0 is EL0t, user mode. */
    static final long MODE = 0xf;

    /** The stable prefix of struct pt_regs. */
    static final List<String> CONTEXT = join(general(0, 30), List.of("sp", "pc", "pstate"));

    /** PTR-09. */
    static final List<String> ENTRY = join(general(0, 8), List.of("x29", "x30", "sp", "pc"));

    /** PTR-10. */
    static final List<String> EXIT = join(general(0, 7), List.of("x29", "sp", "pc"));

    /** TRN-01, apart from x30. */
    static final List<String> BODY =
            join(join(general(0, 8), general(18, 29)), join(List.of("sp"), vectors(0, 31)));

    /** TRN-02; of v8 to v15 the low halves. */
    static final List<String> CALLER =
            join(join(general(0, 7), general(18, 29)), join(List.of("sp"), vectors(0, 15)));

    private static final Set<String> SCRATCH = Set.copyOf(general(9, 17));
    private static final Set<String> HALF_KEPT = Set.copyOf(vectors(8, 15));

    private Widths() {}

    /**
     * How many bits of a register mean something at a point of this target's calls: of arguments
     * and results those of their type (AAPCS64 6.8.2 and 6.9), of v8 to v15 in the caller the lower
     * 64 (6.1.2), of others all.
     */
    static int bits(Target target, Point point, String register) {
        boolean before = point == Point.CALL || point == Point.BODY;
        int all = register.startsWith("v") ? 128 : 64;
        boolean halfKept = point == Point.AFTER && HALF_KEPT.contains(register);
        int typed = before ? parameter(target, register, all) : result(target, register, all);
        return Math.min(typed, halfKept ? 64 : all);
    }

    private static int parameter(Target target, String register, int untyped) {
        for (Parameter parameter : target.parameters()) {
            if (parameter.register().equals(register)) {
                return parameter.bits();
            }
        }
        return untyped;
    }

    private static int result(Target target, String register, int untyped) {
        for (Result result : target.results()) {
            if (result.register().equals(register)) {
                return result.bits();
            }
        }
        return untyped;
    }

    /** The part of a register's content that means something. */
    static Word cut(Word content, int bits, String register) {
        if (register.equals("pstate")) {
            return Word.of(content.low() & PSTATE);
        }
        return content.truncate(bits);
    }

    /** Whether AAPCS64 lets calls made before this one change the register at the call. */
    static boolean volatileAtCall(Target target, String register) {
        if (register.equals("x8")) {
            return target.resultMemory() == 0;
        }
        if (register.startsWith("v")) {
            return target.parameters().stream().noneMatch(p -> p.register().equals(register));
        }
        return isScratch(register);
    }

    /** x9 to x17: nobody keeps them across a call. */
    static boolean isScratch(String register) {
        return SCRATCH.contains(register);
    }

    static List<String> general(int first, int last) {
        return numbered("x", first, last);
    }

    static List<String> vectors(int first, int last) {
        return numbered("v", first, last);
    }

    private static List<String> numbered(String letter, int first, int last) {
        List<String> names = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            names.add(letter + i);
        }
        return List.copyOf(names);
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
