package probity.spi;

/**
 * The content of one register: 64 bits, or 128 for a vector register.
 *
 * @param high bits 127–64; zero for a register of 64 bits
 * @param low bits 63–0
 */
public record Word(long high, long low) {

    /** A 64-bit value. */
    public static Word of(long low) {
        return new Word(0, low);
    }

    /**
     * The value cut to its lowest bits.
     *
     * @param bits how many, 1–128
     * @throws MisuseException for any other number
     */
    public Word truncate(int bits) {
        if (bits < 1 || bits > 128) {
            throw new MisuseException("A word cannot be cut to " + bits + " bits.");
        }
        if (bits == 128) {
            return this;
        }
        if (bits > 64) {
            return new Word(high & ((1L << (bits - 64)) - 1), low);
        }
        return bits == 64 ? of(low) : of(low & ((1L << bits) - 1));
    }

    /** Hexadecimal with leading {@code 0x}, as registers are printed. */
    @Override
    public String toString() {
        String digits = Long.toHexString(low);
        return high == 0
                ? "0x" + digits
                : "0x" + Long.toHexString(high) + "_" + "0".repeat(16 - digits.length()) + digits;
    }
}
