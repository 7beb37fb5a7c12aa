package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import probity.spi.Bytes;

/**
 * What the code of a leaf function tells: where its patch site is, and where it ends.
 *
 * @param site from the start of the function to the first of the two words of the patch site
 * @param size of the function in bytes, up to its {@code ret}
 */
record Code(int site, int size) {
    private static final int WORD = 4;
    private static final int BTI_C = 0xd503245f;
    private static final int RET = 0xd65f03c0;

    /** Of two words: {@code mov x9, x30} and the {@code bl}. */
    static final int SITE = 2 * WORD;

    /**
     * The code of a function without a branch.
     *
     * @throws IllegalStateException if there is no {@code ret}
     */
    static Code of(Bytes bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        int site = words.remaining() >= WORD && words.getInt(0) == BTI_C ? WORD : 0;
        for (int at = site + SITE; at + WORD <= bytes.size(); at += WORD) {
            if (words.getInt(at) == RET) {
                return new Code(site, at + WORD);
            }
        }
        throw new IllegalStateException("There is no ret within " + bytes.size() + " bytes.");
    }
}
