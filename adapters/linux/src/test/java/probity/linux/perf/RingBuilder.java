package probity.linux.perf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** A ring buffer under construction, and the control page that goes with it. */
final class RingBuilder {
    private final byte[] data;
    private final long tail;
    private long head;

    /** A buffer of this size of which so many bytes have been written and read before. */
    RingBuilder(int size, long read) {
        this.data = new byte[size];
        this.tail = read;
        this.head = read;
    }

    /** A record with its size as it is. */
    RingBuilder record(int type, int misc, Consumer<ByteBuffer> body) {
        ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN).position(8);
        body.accept(bytes);
        return record(type, misc, bytes.position(), bytes);
    }

    /** A record that says it has this size. */
    RingBuilder record(int type, int misc, int size, Consumer<ByteBuffer> body) {
        ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN).position(8);
        body.accept(bytes);
        return record(type, misc, size, bytes);
    }

    private RingBuilder record(int type, int misc, int size, ByteBuffer bytes) {
        bytes.putInt(0, type).putShort(4, (short) misc).putShort(6, (short) size);
        for (int i = 0; i < bytes.position(); i++) {
            data[(int) (head++ & (data.length - 1))] = bytes.get(i);
        }
        return this;
    }

    ControlPage control() {
        return ControlPage.read(page(head, tail, data.length));
    }

    static byte[] page(long head, long tail, long size) {
        return ByteBuffer.allocate(ControlPage.SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, head)
                .putLong(8, tail)
                .putLong(16, 4096)
                .putLong(24, size)
                .array();
    }

    byte[] data() {
        return data;
    }
}
