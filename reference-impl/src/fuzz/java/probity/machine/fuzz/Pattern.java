package probity.machine.fuzz;

import java.util.SplittableRandom;

/**
 * The 32 bits of an encoding from bit 31 down, as the manual draws it: 0 and 1 are fixed, every
 * other character is a random bit, spaces are for reading.
 */
record Pattern(int mask, int bits) {
    static Pattern of(String drawing) {
        String drawn = drawing.replace(" ", "");
        if (drawn.length() != Integer.SIZE) {
            throw new IllegalArgumentException(
                    "'%s' draws %d bits.".formatted(drawing, drawn.length()));
        }
        int mask = 0;
        int bits = 0;
        for (char c : drawn.toCharArray()) {
            mask = mask << 1 | (c == '0' || c == '1' ? 1 : 0);
            bits = bits << 1 | (c == '1' ? 1 : 0);
        }
        return new Pattern(mask, bits);
    }

    int random(SplittableRandom random) {
        return random.nextInt() & ~mask | bits;
    }
}
