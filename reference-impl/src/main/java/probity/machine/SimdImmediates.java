package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;

/** movi, mvni, orr, bic and fmov with an immediate. */
final class SimdImmediates {
    private SimdImmediates() {}

    static Instruction vector(int word) {
        boolean quad = set(word, 30);
        boolean inverted = set(word, 29);
        int mode = field(word, 15, 12);
        if (set(word, 11) && mode == 15 && !inverted) {
            throw Decoder.unallocated("SIMD modified immediate (half precision)");
        }
        if (set(word, 11) || mode == 15 && inverted && !quad) {
            throw Decoder.unallocated("SIMD modified immediate");
        }
        int imm8 = field(word, 18, 16) << 5 | field(word, 9, 5);
        long value = expand(inverted, mode, imm8);
        int d = field(word, 4, 0);
        String operands = " v" + d + (quad ? ".2d" : ".1d") + ", " + Names.immediate(value);
        boolean combines = mode < 12 && (mode & 1) != 0;
        if (combines) {
            return inverted
                    ? Instruction.of(
                            () -> "bic" + operands,
                            cpu ->
                                    SimdRegisters.set(
                                            cpu,
                                            d,
                                            quad,
                                            cpu.v[2 * d + 1] & ~value,
                                            cpu.v[2 * d] & ~value))
                    : Instruction.of(
                            () -> "orr" + operands,
                            cpu ->
                                    SimdRegisters.set(
                                            cpu,
                                            d,
                                            quad,
                                            cpu.v[2 * d + 1] | value,
                                            cpu.v[2 * d] | value));
        }
        boolean negates = inverted && mode < 14;
        long result = negates ? ~value : value;
        String name = mode == 15 ? "fmov" : negates ? "mvni" : "movi";
        return Instruction.of(
                () -> name + operands, cpu -> SimdRegisters.set(cpu, d, quad, result, result));
    }

    static Instruction scalar(int word) {
        int type = field(word, 23, 22);
        if (type > 1) {
            throw Decoder.unallocated("floating-point immediate (half precision)");
        }
        int imm8 = field(word, 20, 13);
        int d = field(word, 4, 0);
        int size = 4 << type;
        long value = type == 0 ? expandSingle(imm8) : expandDouble(imm8);
        return Instruction.of(
                () -> "fmov " + Names.scalar(size, d) + ", " + Names.immediate(value),
                cpu -> SimdRegisters.set(cpu, d, false, 0, value));
    }

    /** The manual's AdvSIMDExpandImm. */
    private static long expand(boolean op, int mode, int imm8) {
        switch (mode >> 1) {
            case 0:
            case 1:
            case 2:
            case 3:
                return Bits.replicate((long) imm8 << 8 * (mode >> 1), 32);
            case 4:
            case 5:
                return Bits.replicate((long) imm8 << 8 * (mode >> 1 & 1), 16);
            case 6:
                return Bits.replicate((mode & 1) == 0 ? imm8 << 8 | 0xff : imm8 << 16 | 0xffff, 32);
            default:
                if ((mode & 1) == 0) {
                    return op ? bytePerBit(imm8) : Bits.replicate(imm8, 8);
                }
                return op ? expandDouble(imm8) : Bits.replicate(expandSingle(imm8), 32);
        }
    }

    private static long bytePerBit(int imm8) {
        long value = 0;
        for (int bit = 0; bit < 8; bit++) {
            if (set(imm8, bit)) {
                value |= 0xffL << 8 * bit;
            }
        }
        return value;
    }

    /** The manual's VFPExpandImm for 32 bits. */
    private static long expandSingle(int imm8) {
        long exponent = set(imm8, 6) ? 0x1f : 1 << 5;
        return (long) (imm8 >> 7) << 31 | exponent << 25 | (long) (imm8 & 0x3f) << 19;
    }

    /** The manual's VFPExpandImm for 64 bits. */
    private static long expandDouble(int imm8) {
        long exponent = set(imm8, 6) ? 0xff : 1 << 8;
        return (long) (imm8 >> 7) << 63 | exponent << 54 | (long) (imm8 & 0x3f) << 48;
    }
}
