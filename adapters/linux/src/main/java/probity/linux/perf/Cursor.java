package probity.linux.perf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import probity.linux.abi.MalformedException;

/** Reads a record from its start to its end, and not beyond. */
final class Cursor {
    private final ByteBuffer bytes;

    Cursor(byte[] bytes, int start, int end) {
        this.bytes =
                ByteBuffer.wrap(bytes, start, end - start).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int left() {
        return bytes.remaining();
    }

    int half(String what) {
        require(what, Short.BYTES);
        return bytes.getShort() & 0xffff;
    }

    int word(String what) {
        require(what, Integer.BYTES);
        return bytes.getInt();
    }

    long number(String what) {
        require(what, Long.BYTES);
        return bytes.getLong();
    }

    byte[] bytes(String what, long size) {
        require(what, size);
        byte[] read = new byte[(int) size];
        bytes.get(read);
        return read;
    }

    /** Makes sure that so many bytes are left. */
    void require(String what, long size) {
        if (size < 0 || size > bytes.remaining()) {
            throw new MalformedException(
                    ("A record of the ring buffer ends within its %s: %d bytes are left, %s"
                                    + " are needed.")
                            .formatted(what, bytes.remaining(), Long.toUnsignedString(size)));
        }
    }
}
