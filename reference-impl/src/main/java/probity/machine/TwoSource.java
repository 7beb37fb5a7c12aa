package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;
import static probity.machine.Names.w;
import static probity.machine.Names.x;

/** udiv, sdiv, shifts by a register, crc32; pacga is in {@link PointerInstructions}. */
final class TwoSource {
    private static final String[] SHIFTS = {"lsl", "lsr", "asr", "ror"};

    private TwoSource() {}

    static Instruction decode(int word) {
        boolean wide = set(word, 31);
        if (set(word, 29)) {
            throw Decoder.unallocated("data processing, two sources");
        }
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        int m = field(word, 20, 16);
        int d = target(rd);
        int opcode = field(word, 15, 10);
        String operands = " " + r(wide, rd) + ", " + r(wide, n) + ", " + r(wide, m);
        switch (opcode) {
            case 0b000010:
                return Instruction.of(
                        () -> "udiv" + operands,
                        wide
                                ? cpu -> cpu.x[d] = divideUnsigned(cpu.x[n], cpu.x[m])
                                : cpu ->
                                        cpu.x[d] =
                                                divideUnsigned(
                                                        cpu.x[n] & 0xffff_ffffL,
                                                        cpu.x[m] & 0xffff_ffffL));
            case 0b000011:
                return Instruction.of(
                        () -> "sdiv" + operands,
                        wide
                                ? cpu -> cpu.x[d] = divide(cpu.x[n], cpu.x[m])
                                : cpu ->
                                        cpu.x[d] =
                                                divide((int) cpu.x[n], (int) cpu.x[m])
                                                        & 0xffff_ffffL);
            case 0b001000:
            case 0b001001:
            case 0b001010:
            case 0b001011:
                {
                    int type = opcode & 3;
                    int range = wide ? 63 : 31;
                    long mask = Alu.mask(wide);
                    return Instruction.of(
                            () -> SHIFTS[type] + operands,
                            cpu ->
                                    cpu.x[d] =
                                            Alu.shift(type, cpu.x[n], (int) cpu.x[m] & range, wide)
                                                    & mask);
                }
            case 0b001100:
                if (wide) {
                    return PointerInstructions.generic(rd, n, m);
                }
                throw Decoder.unallocated("data processing, two sources");
            default:
                if (opcode >> 3 == 0b010 && wide == ((opcode & 3) == 3)) {
                    return checksum(opcode, d, n, m);
                }
                throw Decoder.unallocated("data processing, two sources");
        }
    }

    private static Instruction checksum(int opcode, int d, int n, int m) {
        int size = 1 << (opcode & 3);
        boolean castagnoli = (opcode & 4) != 0;
        return Instruction.of(
                () ->
                        (castagnoli ? "crc32c" : "crc32")
                                + ("bhwx".charAt(opcode & 3) + " " + w(d == Cpu.SINK ? 31 : d))
                                + (", " + w(n) + ", " + (size == 8 ? x(m) : w(m))),
                cpu -> cpu.x[d] = crc((int) cpu.x[n], cpu.x[m], size, castagnoli) & 0xffff_ffffL);
    }

    /** The manual's Poly32Mod2 over bit-reversed operands, one bit at a time. */
    private static int crc(int accumulator, long value, int bytes, boolean castagnoli) {
        int polynomial = castagnoli ? 0x82f63b78 : 0xedb88320;
        int crc = accumulator;
        for (int i = 0; i < bytes; i++) {
            crc ^= (int) (value >>> 8 * i) & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) != 0 ? polynomial : 0);
            }
        }
        return crc;
    }

    private static long divideUnsigned(long a, long b) {
        return b == 0 ? 0 : Long.divideUnsigned(a, b);
    }

    /** Division by zero gives zero; the one overflow gives the dividend, in Java as in A64. */
    private static long divide(long a, long b) {
        return b == 0 ? 0 : a / b;
    }
}
