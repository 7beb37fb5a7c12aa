package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.target;

/**
 * Moves of SIMD and floating-point registers: fmov, and, orr and their kin on whole registers;
 * element moves are in {@link SimdCopies}, immediates in {@link SimdImmediates}. There is no
 * arithmetic here: kernel code and trampolines only carry these registers around.
 */
final class SimdMoves {
    private static final String[] LOGICAL = {
        "and", "bic", "orr", "orn", "eor", "bsl", "bit", "bif"
    };

    private SimdMoves() {}

    static Instruction decode(int word) {
        if ((word & 0x9fe08400) == 0x0e000400 || (word & 0xffe0fc00) == 0x5e000400) {
            return SimdCopies.decode(word);
        }
        if ((word & 0x9ff80400) == 0x0f000400) {
            return SimdImmediates.vector(word);
        }
        if ((word & 0x9f20fc00) == 0x0e201c00) {
            return logical(word);
        }
        if ((word & 0x7f20fc00) == 0x1e200000) {
            return betweenFiles(word);
        }
        if ((word & 0xff3ffc00) == 0x1e204000) {
            return register(word);
        }
        if ((word & 0xff201fe0) == 0x1e201000) {
            return SimdImmediates.scalar(word);
        }
        throw Decoder.unallocated("SIMD and floating point; only moves are known");
    }

    private static Instruction logical(int word) {
        int opcode = field(word, 29, 29) << 2 | field(word, 23, 22);
        boolean quad = set(word, 30);
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        int m = field(word, 20, 16);
        String arrangement = quad ? ".16b" : ".8b";
        boolean move = opcode == 2 && n == m;
        return Instruction.of(
                () ->
                        ((move ? "mov" : LOGICAL[opcode]) + " v" + d + arrangement)
                                + (", v" + n + arrangement)
                                + (move ? "" : ", v" + m + arrangement),
                cpu -> {
                    long[] v = cpu.v;
                    long low = combine(opcode, v[2 * d], v[2 * n], v[2 * m]);
                    long high = combine(opcode, v[2 * d + 1], v[2 * n + 1], v[2 * m + 1]);
                    SimdRegisters.set(cpu, d, quad, high, low);
                });
    }

    private static long combine(int opcode, long d, long n, long m) {
        switch (opcode) {
            case 0:
                return n & m;
            case 1:
                return n & ~m;
            case 2:
                return n | m;
            case 3:
                return n | ~m;
            case 4:
                return n ^ m;
            case 5:
                return m ^ (m ^ n) & d;
            case 6:
                return d ^ (d ^ n) & m;
            default:
                return d ^ (d ^ n) & ~m;
        }
    }

    /** fmov between a general register and the low part, or the high half, of a SIMD register. */
    private static Instruction betweenFiles(int word) {
        boolean wide = set(word, 31);
        int type = field(word, 23, 22);
        int mode = field(word, 20, 19);
        int opcode = field(word, 18, 16);
        boolean whole = mode == 0 && type == (wide ? 1 : 0);
        boolean highHalf = mode == 1 && type == 2 && wide;
        if (opcode < 6 || !whole && !highHalf) {
            throw Decoder.unallocated("floating-point conversions; only fmov is known");
        }
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        int d = target(rd);
        if (opcode == 6) {
            int half = 2 * n + (highHalf ? 1 : 0);
            long mask = Alu.mask(wide);
            return Instruction.of(
                    () -> "fmov " + Names.r(wide, rd) + ", " + name(wide, highHalf, n),
                    cpu -> cpu.x[d] = cpu.v[half] & mask);
        }
        long mask = Alu.mask(wide);
        return Instruction.of(
                () -> "fmov " + name(wide, highHalf, rd) + ", " + Names.r(wide, n),
                highHalf
                        ? cpu -> cpu.v[2 * rd + 1] = cpu.x[n]
                        : cpu -> SimdRegisters.set(cpu, rd, false, 0, cpu.x[n] & mask));
    }

    private static String name(boolean wide, boolean highHalf, int n) {
        return highHalf ? "v" + n + ".d[1]" : Names.scalar(wide ? 8 : 4, n);
    }

    private static Instruction register(int word) {
        int type = field(word, 23, 22);
        if (type > 1) {
            throw Decoder.unallocated("floating point, one source (half precision)");
        }
        int size = 4 << type;
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        long mask = Bits.ones(8 * size);
        return Instruction.of(
                () -> "fmov " + Names.scalar(size, d) + ", " + Names.scalar(size, n),
                cpu -> SimdRegisters.set(cpu, d, false, 0, cpu.v[2 * n] & mask));
    }
}
