package probity.linux.live;

import java.util.OptionalInt;

/** The branches of A64 within a function (Arm ARM C4.1.94). */
final class Branch {
    private static final int B = 0x1400_0000;
    private static final int RET = 0xd65f_03c0;
    private static final int RETAA = 0xd65f_0bff;
    private static final int BR = 0xd61f_0000;
    private static final int BRK = 0xd420_0000;

    private Branch() {}

    /** How far a conditional branch goes, in bytes from itself; empty if the word is none. */
    static OptionalInt distance(int word) {
        if ((word & 0xff00_0000) == 0x5400_0000 || (word & 0x7e00_0000) == 0x3400_0000) {
            return OptionalInt.of(signed(word >> 5, 19)); // b.cond; cbz, cbnz
        }
        if ((word & 0x7e00_0000) == 0x3600_0000) {
            return OptionalInt.of(signed(word >> 5, 14)); // tbz, tbnz
        }
        return OptionalInt.empty();
    }

    /** Whether nothing goes on behind the word: a return, a trap or a jump. */
    static boolean isLast(int word) {
        return word == RET
                || word == RETAA
                || (word & 0xfc00_0000) == B
                || (word & 0xffff_fc1f) == BR
                || (word & 0xffe0_001f) == BRK;
    }

    private static int signed(int field, int bits) {
        int unused = Integer.SIZE - bits;
        return (field << unused >> unused) * Integer.BYTES;
    }
}
