package probity.linux.abi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of bytes that is to lie somewhere in guest memory, and in which some 8-byte words are
 * pointers to other blocks. Two blocks are never equal unless they are the same one: each is laid
 * out at a place of its own.
 */
public final class Block {
    private final byte[] content;
    private final Map<Integer, Block> pointers;

    Block(byte[] content, Map<Integer, Block> pointers) {
        this.content = content.clone();
        this.pointers = new TreeMap<>(pointers);
    }

    /** A block without pointers. */
    public static Block of(byte[] content) {
        return new Block(content, Map.of());
    }

    /** Room for the kernel to write to, all zero. */
    public static Block room(int size) {
        return of(new byte[size]);
    }

    /** A text with its closing NUL. */
    public static Block text(String text) {
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        return of(Arrays.copyOf(characters, characters.length + 1));
    }

    /** An array of pointers to these. */
    public static Block pointers(List<Block> targets) {
        Map<Integer, Block> pointers = new TreeMap<>();
        for (int i = 0; i < targets.size(); i++) {
            pointers.put(i * Long.BYTES, targets.get(i));
        }
        return new Block(new byte[targets.size() * Long.BYTES], pointers);
    }

    /** An array of 64-bit words. */
    public static Block words(List<Long> words) {
        return of(LittleEndian.words(words));
    }

    /** How many bytes it has, without those it points to. */
    public int size() {
        return content.length;
    }

    byte[] content() {
        return content.clone();
    }

    Map<Integer, Block> pointers() {
        return pointers;
    }
}
