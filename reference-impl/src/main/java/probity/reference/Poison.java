package probity.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Recognisable rubbish for whatever nobody wrote yet: a reproducible sequence per seed and use, so
 * that two runs with one seed show the same, and residue differs between two seeds.
 */
public final class Poison {
    private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

    private long state;

    /** The sequence of a use, such as a task's number, under a seed. */
    public Poison(long seed, long use) {
        state = mix(seed * GOLDEN_GAMMA + use);
    }

    /** The next 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** The next bytes. */
    public byte[] bytes(int count) {
        long[] words = new long[(count + Long.BYTES - 1) / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = next();
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words); // at once: a stack is filled for each task
        return Arrays.copyOf(bytes.array(), count);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
