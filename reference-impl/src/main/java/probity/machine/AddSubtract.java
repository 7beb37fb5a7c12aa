package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.orSp;
import static probity.machine.Names.r;
import static probity.machine.Names.rSp;
import static probity.machine.Names.target;

/** add and sub, with and without flags: shifted register, extended register, with carry. */
final class AddSubtract {
    private AddSubtract() {}

    static Instruction shifted(int word) {
        boolean wide = set(word, 31);
        int type = field(word, 23, 22);
        int amount = field(word, 15, 10);
        if (type == 3 || !wide && amount > 31) {
            throw Decoder.unallocated("add/subtract, shifted register");
        }
        boolean subtract = set(word, 30);
        boolean flags = set(word, 29);
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int m = field(word, 20, 16);
        int d = target(rd);
        long mask = Alu.mask(wide);
        return Instruction.of(
                () -> {
                    String second = r(wide, m) + Names.shift(type, amount);
                    return rn == Cpu.ZERO && subtract && !(flags && rd == Cpu.ZERO)
                            ? (flags ? "negs " : "neg ") + r(wide, rd) + ", " + second
                            : text(subtract, flags, rd, r(wide, rd), r(wide, rn), second);
                },
                flags
                        ? cpu -> {
                            long second = Alu.shift(type, cpu.x[m], amount, wide);
                            cpu.x[d] = withFlags(cpu, wide, subtract, cpu.x[rn], second);
                        }
                        : subtract
                                ? cpu ->
                                        cpu.x[d] =
                                                cpu.x[rn] - Alu.shift(type, cpu.x[m], amount, wide)
                                                        & mask
                                : cpu ->
                                        cpu.x[d] =
                                                cpu.x[rn] + Alu.shift(type, cpu.x[m], amount, wide)
                                                        & mask);
    }

    static Instruction extended(int word) {
        boolean wide = set(word, 31);
        int shift = field(word, 12, 10);
        if (field(word, 23, 22) != 0 || shift > 4) {
            throw Decoder.unallocated("add/subtract, extended register");
        }
        boolean subtract = set(word, 30);
        boolean flags = set(word, 29);
        int type = field(word, 15, 13);
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int m = field(word, 20, 16);
        int n = orSp(rn);
        int d = flags ? target(rd) : orSp(rd);
        long mask = Alu.mask(wide);
        return Instruction.of(
                () -> {
                    String first = flags ? r(wide, rd) : rSp(wide, rd);
                    boolean sp = rn == Cpu.ZERO || !flags && rd == Cpu.ZERO;
                    String second = extendedText(wide, m, type, shift, sp);
                    return text(subtract, flags, rd, first, rSp(wide, rn), second);
                },
                flags
                        ? cpu -> {
                            long second = Alu.extend(type, cpu.x[m], shift);
                            cpu.x[d] = withFlags(cpu, wide, subtract, cpu.x[n], second);
                        }
                        : cpu -> {
                            long second = Alu.extend(type, cpu.x[m], shift);
                            cpu.x[d] = (subtract ? cpu.x[n] - second : cpu.x[n] + second) & mask;
                        });
    }

    static Instruction withCarry(int word) {
        boolean wide = set(word, 31);
        boolean subtract = set(word, 30);
        boolean flags = set(word, 29);
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        int m = field(word, 20, 16);
        int d = target(rd);
        long mask = Alu.mask(wide);
        return Instruction.of(
                () -> {
                    boolean negates = subtract && n == Cpu.ZERO;
                    return (negates ? "ngc" : subtract ? "sbc" : "adc")
                            + (flags ? "s " : " ")
                            + (r(wide, rd) + ", " + (negates ? "" : r(wide, n) + ", "))
                            + r(wide, m);
                },
                cpu -> {
                    int carry = cpu.nzcv >>> 29 & 1;
                    long second = subtract ? ~cpu.x[m] : cpu.x[m];
                    cpu.x[d] =
                            flags
                                    ? Alu.addSetting(cpu, wide, cpu.x[n], second, carry)
                                    : cpu.x[n] + second + carry & mask;
                });
    }

    private static long withFlags(Cpu cpu, boolean wide, boolean subtract, long a, long b) {
        return subtract ? Alu.addSetting(cpu, wide, a, ~b, 1) : Alu.addSetting(cpu, wide, a, b, 0);
    }

    private static String extendedText(boolean wide, int m, int type, int shift, boolean sp) {
        boolean full = (type & 3) == 3;
        boolean plain = sp && type == (wide ? 3 : 2); // assemblers write lsl next to sp
        String amount = shift == 0 ? "" : " #" + shift;
        if (plain) {
            return r(wide, m) + (shift == 0 ? "" : ", lsl" + amount);
        }
        return r(wide && full, m) + ", " + Names.EXTENDS[type] + amount;
    }

    private static String text(
            boolean subtract, boolean flags, int rd, String d, String n, String second) {
        if (flags && rd == Cpu.ZERO) {
            return (subtract ? "cmp " : "cmn ") + n + ", " + second;
        }
        return (subtract ? "sub" : "add") + (flags ? "s " : " ") + d + ", " + n + ", " + second;
    }
}
