package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import probity.spi.Bytes;

/**
 * What the code of a function tells: where its patch site is, and where it ends.
 *
 * @param site from the start of the function to the first of the two words of the patch site
 * @param size of the function in bytes: up to a word that nothing in it gets past, or at most to
 *     where another function begins, with what may lie between. Where it jumps by a table, it may
 *     be longer
 * @param keepsLast whether it saves x27 and x28 together: compilers take callee-saved registers in
 *     order, so that it saves all of them then
 */
record Code(int site, int size, boolean keepsLast) {
    private static final int WORD = 4;
    private static final int BTI_C = 0xd503245f;
    private static final int NOP = 0xd503201f;

    /** {@code stp x27, x28} to somewhere from sp on, as gcc has it. */
    private static final int SAVES_LAST = 0xa90073fb;

    /** {@code stp x28, x27}, as clang does. */
    private static final int SAVES_LAST_TOO = 0xa9006ffc;

    /** All of that but the distance from sp. */
    private static final int STORE = 0xffc07fff;

    /** Signs the return address, which is done once in a function and before all else. */
    private static final int PACIASP = 0xd503233f;

    /** What ftrace makes of the first word of a site at boot, or leaves to the first hook. */
    private static final int MOV_X9_LR = 0xaa1e03e9;

    /** Of two words: {@code mov x9, x30} and the {@code bl}. */
    static final int SITE = 2 * WORD;

    /**
     * The code of a function that nothing hooks.
     *
     * @param bytes from its start on, perhaps more than it has
     * @return empty if it has no patch site
     */
    static Optional<Code> of(Bytes bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        int site = words.remaining() >= WORD && words.getInt(0) == BTI_C ? WORD : 0;
        if (words.remaining() < site + SITE || !isSite(words, site)) {
            return Optional.empty();
        }
        int farthest = 0;
        boolean keepsLast = false;
        for (int at = site + SITE; at + WORD <= words.limit(); at += WORD) {
            if (isStart(words, at)) {
                return Optional.of(new Code(site, at, keepsLast));
            }
            int word = words.getInt(at);
            keepsLast |= (word & STORE) == SAVES_LAST || (word & STORE) == SAVES_LAST_TOO;
            OptionalInt distance = Branch.distance(word);
            if (distance.isPresent()) {
                farthest = Math.max(farthest, at + distance.getAsInt());
            }
            boolean leaves = Branch.isLast(word);
            // where all code before the end leads past it, the rest is another function's
            if (leaves && (farthest <= at || at + WORD == words.limit())) {
                return Optional.of(new Code(site, at + WORD, keepsLast));
            }
        }
        return Optional.of(new Code(site, words.limit(), keepsLast));
    }

    /** Whether it must be one, and not two words that do nothing for some other reason. */
    private static boolean isStart(ByteBuffer words, int at) {
        if (words.getInt(at) == BTI_C) {
            return true;
        }
        return at + SITE + WORD <= words.limit()
                && isSite(words, at)
                && (words.getInt(at) == MOV_X9_LR || words.getInt(at + SITE) == PACIASP);
    }

    private static boolean isSite(ByteBuffer words, int at) {
        int first = words.getInt(at);
        return (first == NOP || first == MOV_X9_LR) && words.getInt(at + WORD) == NOP;
    }
}
