package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;
import static probity.machine.Names.w;
import static probity.machine.Names.x;

/** madd, msub, their long forms, smulh, umulh. */
final class ThreeSource {
    private ThreeSource() {}

    static Instruction decode(int word) {
        boolean wide = set(word, 31);
        int opcode = field(word, 23, 21);
        if (field(word, 30, 29) != 0 || opcode != 0 && !wide) {
            throw Decoder.unallocated("data processing, three sources");
        }
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        int m = field(word, 20, 16);
        int a = field(word, 14, 10);
        int d = target(rd);
        boolean subtract = set(word, 15);
        switch (opcode) {
            case 0b000:
                {
                    long mask = Alu.mask(wide);
                    return Instruction.of(
                            () ->
                                    name("m", subtract, a, "ul", "")
                                            + (" " + r(wide, rd) + ", " + r(wide, n) + ", ")
                                            + (r(wide, m)
                                                    + (a == Cpu.ZERO ? "" : ", " + r(wide, a))),
                            subtract
                                    ? cpu -> cpu.x[d] = cpu.x[a] - cpu.x[n] * cpu.x[m] & mask
                                    : cpu -> cpu.x[d] = cpu.x[a] + cpu.x[n] * cpu.x[m] & mask);
                }
            case 0b001:
                return longForm(
                        "sm",
                        subtract,
                        word,
                        subtract
                                ? cpu -> cpu.x[d] = cpu.x[a] - signed(cpu, n) * signed(cpu, m)
                                : cpu -> cpu.x[d] = cpu.x[a] + signed(cpu, n) * signed(cpu, m));
            case 0b101:
                return longForm(
                        "um",
                        subtract,
                        word,
                        subtract
                                ? cpu -> cpu.x[d] = cpu.x[a] - unsigned(cpu, n) * unsigned(cpu, m)
                                : cpu -> cpu.x[d] = cpu.x[a] + unsigned(cpu, n) * unsigned(cpu, m));
            case 0b010:
            case 0b110:
                return high(word, d, n, m, opcode == 0b010);
            default:
                throw Decoder.unallocated("data processing, three sources");
        }
    }

    private static Instruction high(int word, int d, int n, int m, boolean signed) {
        if (set(word, 15)) {
            throw Decoder.unallocated("data processing, three sources");
        }
        if (field(word, 14, 10) != 31) {
            throw Decoder.unpredictable("a should-be-one field is not");
        }
        String text =
                (signed ? "smulh " : "umulh ") + x(field(word, 4, 0)) + ", " + x(n) + ", " + x(m);
        return Instruction.of(
                () -> text,
                signed
                        ? cpu -> cpu.x[d] = Math.multiplyHigh(cpu.x[n], cpu.x[m])
                        : cpu -> cpu.x[d] = multiplyHighUnsigned(cpu.x[n], cpu.x[m]));
    }

    private static Instruction longForm(String start, boolean subtract, int word, Action action) {
        int a = field(word, 14, 10);
        String operands =
                " "
                        + (x(field(word, 4, 0)) + ", " + w(field(word, 9, 5)) + ", ")
                        + (w(field(word, 20, 16)) + (a == Cpu.ZERO ? "" : ", " + x(a)));
        return Instruction.of(() -> name(start, subtract, a, "ul", "l") + operands, action);
    }

    private static String name(String start, boolean subtract, int a, String plain, String end) {
        if (a == Cpu.ZERO) {
            return subtract ? start.replace("m", "mneg") + end : start + plain + end;
        }
        return start + (subtract ? "sub" : "add") + end;
    }

    private static long multiplyHighUnsigned(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    private static long signed(Cpu cpu, int n) {
        return (int) cpu.x[n];
    }

    private static long unsigned(Cpu cpu, int n) {
        return cpu.x[n] & 0xffff_ffffL;
    }
}
