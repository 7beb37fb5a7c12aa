package probity.machine;

/** Fields of instruction words, and the manual's bit-string functions. */
final class Bits {
    private Bits() {}

    /** Bits {@code high}..{@code low} of a word, as the manual writes {@code word<high:low>}. */
    static int field(int word, int high, int low) {
        return word << 31 - high >>> 31 - high + low;
    }

    /** The same, sign-extended. */
    static int signed(int word, int high, int low) {
        return word << 31 - high >> 31 - high + low;
    }

    static boolean set(int word, int bit) {
        return (word >>> bit & 1) != 0;
    }

    /** {@code count} ones from bit 0 up; 0 to 64. */
    static long ones(int count) {
        return count == 0 ? 0 : -1L >>> 64 - count;
    }

    static long signExtend(long value, int width) {
        return value << 64 - width >> 64 - width;
    }

    static long rotateRight(long value, int amount, int width) {
        if (amount == 0) {
            return value;
        }
        return (value >>> amount | value << width - amount) & ones(width);
    }

    /** Repeats the low {@code width} bits of {@code value} over 64 bits. */
    static long replicate(long value, int width) {
        long result = value;
        for (int w = width; w < Long.SIZE; w *= 2) {
            result |= result << w;
        }
        return result;
    }

    /**
     * The manual's DecodeBitMasks.
     *
     * @param wmask the immediate of a logical instruction, or the bits a bitfield move writes
     * @param tmask the bits of a bitfield move that come from the source
     */
    record Masks(long wmask, long tmask) {}

    static Masks bitMasks(int n, int imms, int immr, boolean logical) {
        int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 0x3f);
        int levels = (1 << length) - 1;
        if (length < 1 || logical && (imms & levels) == levels) {
            throw new UnsupportedEncoding("a reserved bit mask");
        }
        int s = imms & levels;
        int r = immr & levels;
        int size = 1 << length;
        long welem = ones(s + 1);
        long telem = ones((s - r & levels) + 1);
        return new Masks(replicate(rotateRight(welem, r, size), size), replicate(telem, size));
    }
}
