package probity.machine;

/** Register names and operand text, and which slot of {@link Cpu#x} an operand means. */
final class Names {
    static final String[] SHIFTS = {"lsl", "lsr", "asr", "ror"};
    static final String[] EXTENDS = {
        "uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx"
    };

    private Names() {}

    /** The slot to write where register 31 means the zero register. */
    static int target(int n) {
        return n == Cpu.ZERO ? Cpu.SINK : n;
    }

    /** The slot to read or write where register 31 means sp. */
    static int orSp(int n) {
        return n == Cpu.ZERO ? Cpu.SP : n;
    }

    static String x(int n) {
        return n == Cpu.ZERO ? "xzr" : "x" + n;
    }

    static String w(int n) {
        return n == Cpu.ZERO ? "wzr" : "w" + n;
    }

    static String r(boolean wide, int n) {
        return wide ? x(n) : w(n);
    }

    static String xSp(int n) {
        return n == Cpu.ZERO ? "sp" : "x" + n;
    }

    static String rSp(boolean wide, int n) {
        return n == Cpu.ZERO ? (wide ? "sp" : "wsp") : r(wide, n);
    }

    /** A scalar SIMD register of 1, 2, 4, 8 or 16 bytes. */
    static String scalar(int bytes, int n) {
        return "bhsdq".charAt(Integer.numberOfTrailingZeros(bytes)) + Integer.toString(n);
    }

    static String immediate(long value) {
        return "#0x" + Long.toHexString(value);
    }

    /** {@code , lsl #3} or nothing. */
    static String shift(int type, int amount) {
        return amount == 0 && type == 0 ? "" : ", " + SHIFTS[type] + " #" + amount;
    }
}
