package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import probity.linux.abi.MalformedException;
import probity.linux.btf.Btf;

/**
 * Finds a kernel's type information in its Image, where it lies as it does in memory. Reading the
 * five megabytes from the guest would take seconds, and over a serial line half a minute.
 */
final class ImageBtf {
    /** The magic number, version 1, no flags. */
    private static final int START = 0x0001_eb9f;

    /** A kernel's is far larger than that of any module or test. */
    private static final int SMALLEST = 100_000;

    private static final int HEADER = 24;

    private ImageBtf() {}

    /** The type information; empty if there is none. */
    static Optional<Btf> find(byte[] image) {
        ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + HEADER <= image.length; at += Integer.BYTES) {
            if (words.getInt(at) == START) {
                Optional<Btf> found = read(words, at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Btf> read(ByteBuffer words, int at) {
        long strings = Integer.toUnsignedLong(words.getInt(at + 20));
        long end =
                at
                        + Integer.toUnsignedLong(words.getInt(at + 4))
                        + Integer.toUnsignedLong(words.getInt(at + 16))
                        + strings;
        if (strings < SMALLEST || end > words.limit()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Btf.read(Arrays.copyOfRange(words.array(), at, (int) end)));
        } catch (MalformedException somethingElse) {
            return Optional.empty();
        }
    }
}
