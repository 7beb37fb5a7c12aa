package probity.machine.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Instruction words as bytes. */
final class Words {
    private Words() {}

    static byte[] bytes(int[] words) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(words);
        return buffer.array();
    }

    static int field(int word, int high, int low) {
        return word >>> low & (1 << high - low + 1) - 1;
    }
}
