package probity.linux.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Words as bytes, the way arm64 kernels store them. */
public final class LittleEndian {
    private LittleEndian() {}

    /** The bytes of these 64-bit words. */
    public static byte[] words(List<Long> words) {
        ByteBuffer bytes =
                ByteBuffer.allocate(words.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        words.forEach(bytes::putLong);
        return bytes.array();
    }

    /** The bytes of one 32-bit word. */
    public static byte[] word(int word) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(word)
                .array();
    }

    /** The 64-bit words in these bytes; what is left over at the end is dropped. */
    public static List<Long> words(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Long> words = new ArrayList<>(bytes.length / Long.BYTES);
        while (buffer.remaining() >= Long.BYTES) {
            words.add(buffer.getLong());
        }
        return words;
    }
}
