package probity.machine;

/** Arithmetic that sets the flags (the manual's AddWithCarry), and conditions that read them. */
final class Alu {
    static final String[] CONDITIONS = {
        "eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al",
        "nv"
    };

    static final int ALWAYS = 14;

    /** Per condition, bit NZCV is set where it holds. */
    private static final int[] HOLDS = new int[16];

    static {
        for (int condition = 0; condition < 16; condition++) {
            for (int flags = 0; flags < 16; flags++) {
                if (evaluate(condition, flags)) {
                    HOLDS[condition] |= 1 << flags;
                }
            }
        }
    }

    private Alu() {}

    /** The manual's ConditionHolds. */
    static boolean holds(int condition, Cpu cpu) {
        return (HOLDS[condition] >>> (cpu.nzcv >>> 28) & 1) != 0;
    }

    private static boolean evaluate(int condition, int flags) {
        boolean n = (flags & 8) != 0;
        boolean z = (flags & 4) != 0;
        boolean c = (flags & 2) != 0;
        boolean v = (flags & 1) != 0;
        boolean[] byPair = {z, c, n, v, c && !z, n == v, n == v && !z, true};
        boolean result = byPair[condition >>> 1];
        return (condition & 1) != 0 && condition != 15 ? !result : result;
    }

    /** a + b + carry in 64 bits, with flags. A subtraction is {@code (a, ~b, 1)}. */
    static long addSetting64(Cpu cpu, long a, long b, int carry) {
        long result = a + b + carry;
        long carries = a & b | (a | b) & ~result;
        long overflows = (a ^ result) & (b ^ result);
        cpu.nzcv =
                (int) (result >>> 32) & Pstate.N
                        | (result == 0 ? Pstate.Z : 0)
                        | (int) (carries >>> 63) << 29
                        | (int) (overflows >>> 63) << 28;
        return result;
    }

    /** The same in 32 bits; the upper halves of the operands are ignored, of the result zero. */
    static long addSetting32(Cpu cpu, long a, long b, int carry) {
        long sum = (a & 0xffff_ffffL) + (b & 0xffff_ffffL) + carry;
        int result = (int) sum;
        int overflows = ((int) a ^ result) & ((int) b ^ result);
        cpu.nzcv =
                result & Pstate.N
                        | (result == 0 ? Pstate.Z : 0)
                        | (int) (sum >>> 32) << 29
                        | overflows >>> 31 << 28;
        return sum & 0xffff_ffffL;
    }

    static long addSetting(Cpu cpu, boolean wide, long a, long b, int carry) {
        return wide ? addSetting64(cpu, a, b, carry) : addSetting32(cpu, a, b, carry);
    }

    /** N and Z from a result, C and V zero, as the logical instructions do. */
    static long logicalSetting(Cpu cpu, boolean wide, long result) {
        int top = wide ? (int) (result >>> 32) : (int) result;
        cpu.nzcv = top & Pstate.N | (result == 0 ? Pstate.Z : 0);
        return result;
    }

    /** What a result of the operand size keeps: all 64 bits or the low 32. */
    static long mask(boolean wide) {
        return wide ? -1L : 0xffff_ffffL;
    }

    /** The manual's ShiftReg: LSL, LSR, ASR, ROR. The result is not masked for LSL in 32 bits. */
    static long shift(int type, long value, int amount, boolean wide) {
        switch (type) {
            case 0:
                return value << amount;
            case 1:
                return (wide ? value : value & 0xffff_ffffL) >>> amount;
            case 2:
                return (wide ? value : (int) value) >> amount;
            default:
                return wide
                        ? Long.rotateRight(value, amount)
                        : Integer.rotateRight((int) value, amount) & 0xffff_ffffL;
        }
    }

    /** The manual's ExtendReg: uxtb, uxth, uxtw, uxtx, sxtb, sxth, sxtw, sxtx, then LSL. */
    static long extend(int type, long value, int shift) {
        switch (type) {
            case 0:
                return (value & 0xff) << shift;
            case 1:
                return (value & 0xffff) << shift;
            case 2:
                return (value & 0xffff_ffffL) << shift;
            case 4:
                return (long) (byte) value << shift;
            case 5:
                return (long) (short) value << shift;
            case 6:
                return (long) (int) value << shift;
            default:
                return value << shift;
        }
    }
}
