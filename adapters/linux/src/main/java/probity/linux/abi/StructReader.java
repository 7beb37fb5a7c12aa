package probity.linux.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a struct field by field. */
public final class StructReader {
    private final Layout layout;
    private final ByteBuffer bytes;

    StructReader(Layout layout, byte[] bytes) {
        this.layout = layout;
        this.bytes = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The number in a field of 32 bits, unsigned, or of 64 bits.
     *
     * @throws MalformedException if the bytes end before it does
     */
    public long get(String name) {
        Field field = layout.field(name);
        if (field.end() > bytes.capacity()) {
            throw new MalformedException(
                    "The field %s of %s ends at byte %d, but there are %d bytes."
                            .formatted(name, layout.name(), field.end(), bytes.capacity()));
        }
        return field.bytes() == Long.BYTES
                ? bytes.getLong(field.offset())
                : Integer.toUnsignedLong(bytes.getInt(field.offset()));
    }
}
