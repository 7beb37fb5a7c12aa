package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** ccmp, ccmn and the csel family. */
final class Conditionals {
    private static final String[] SELECTS = {"csel", "csinc", "csinv", "csneg"};

    private static final String[] SETS = {"", "cset", "csetm", ""};
    private static final String[] CHANGES = {"", "cinc", "cinv", "cneg"};

    private Conditionals() {}

    static Instruction compare(int word) {
        if (!set(word, 29) || set(word, 10) || set(word, 4)) {
            throw Decoder.unallocated("conditional compare");
        }
        boolean wide = set(word, 31);
        boolean subtract = set(word, 30);
        boolean immediate = set(word, 11);
        int second = field(word, 20, 16);
        int condition = field(word, 15, 12);
        int n = field(word, 9, 5);
        int otherwise = field(word, 3, 0) << 28;
        return Instruction.of(
                () ->
                        (subtract ? "ccmp " : "ccmn ")
                                + r(wide, n)
                                + (", " + (immediate ? Names.immediate(second) : r(wide, second)))
                                + (", " + Names.immediate(otherwise >>> 28) + ", ")
                                + Alu.CONDITIONS[condition],
                cpu -> {
                    if (Alu.holds(condition, cpu)) {
                        long b = immediate ? second : cpu.x[second];
                        Alu.addSetting(cpu, wide, cpu.x[n], subtract ? ~b : b, subtract ? 1 : 0);
                    } else {
                        cpu.nzcv = otherwise;
                    }
                });
    }

    static Instruction select(int word) {
        if (set(word, 29) || set(word, 11)) {
            throw Decoder.unallocated("conditional select");
        }
        boolean wide = set(word, 31);
        int kind = field(word, 30, 30) << 1 | field(word, 10, 10);
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        int m = field(word, 20, 16);
        int condition = field(word, 15, 12);
        int d = target(rd);
        long mask = Alu.mask(wide);
        return Instruction.of(
                () -> text(kind, wide, rd, n, m, condition),
                cpu ->
                        cpu.x[d] =
                                (Alu.holds(condition, cpu) ? cpu.x[n] : other(kind, cpu.x[m]))
                                        & mask);
    }

    private static String text(int kind, boolean wide, int rd, int n, int m, int condition) {
        boolean alias = kind != 0 && n == m && condition < Alu.ALWAYS;
        if (!alias || kind == 3 && n == Cpu.ZERO) {
            return SELECTS[kind]
                    + (" " + r(wide, rd) + ", " + r(wide, n) + ", " + r(wide, m))
                    + (", " + Alu.CONDITIONS[condition]);
        }
        String inverted = ", " + Alu.CONDITIONS[condition ^ 1];
        return n == Cpu.ZERO
                ? SETS[kind] + " " + r(wide, rd) + inverted
                : CHANGES[kind] + " " + r(wide, rd) + ", " + r(wide, n) + inverted;
    }

    private static long other(int kind, long value) {
        switch (kind) {
            case 0:
                return value;
            case 1:
                return value + 1;
            case 2:
                return ~value;
            default:
                return -value;
        }
    }
}
