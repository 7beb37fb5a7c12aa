package probity.machine.fuzz;

import java.util.SplittableRandom;

/** Random values, with the ones at which things tend to go wrong more often than by chance. */
final class Values {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_ffffL,
        0x1_0000_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0xffff_ffff_8000_0000L,
        0x5555_5555_5555_5555L,
    };

    private Values() {}

    static long random(SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0:
                return EDGES[random.nextInt(EDGES.length)];
            case 1:
                return random.nextInt(256) - 128;
            default:
                return random.nextLong();
        }
    }

    static long[] random(SplittableRandom random, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = random(random);
        }
        return values;
    }
}
