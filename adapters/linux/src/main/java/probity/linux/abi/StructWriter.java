package probity.linux.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Fills a struct field by field. What is not set stays zero. */
public final class StructWriter {
    private final Layout layout;
    private final ByteBuffer bytes;
    private final Map<Integer, Block> pointers = new TreeMap<>();

    StructWriter(Layout layout) {
        this.layout = layout;
        this.bytes = ByteBuffer.allocate(layout.size()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Sets a field of 32 or 64 bits; a value that does not fit, read signed or unsigned, is an
     * error.
     */
    public StructWriter set(String name, long value) {
        Field field = layout.field(name);
        switch (field.bytes()) {
            case Integer.BYTES -> bytes.putInt(field.offset(), fitting(field, value));
            case Long.BYTES -> bytes.putLong(field.offset(), value);
            default ->
                    throw new IllegalArgumentException(
                            "The field %s of %s is not a number.".formatted(name, layout.name()));
        }
        return this;
    }

    /** Sets a field of characters; the closing NUL has to fit too. */
    public StructWriter text(String name, String text) {
        Field field = layout.field(name);
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        if (characters.length >= field.bytes()) {
            throw new IllegalArgumentException(
                    "'%s' is too long for %s of %s, which takes %d characters."
                            .formatted(text, name, layout.name(), field.bytes() - 1));
        }
        bytes.put(field.offset(), characters);
        return this;
    }

    /** Lets a field of 64 bits point to a block. */
    public StructWriter point(String name, Block target) {
        Field field = layout.field(name);
        if (field.bytes() != Long.BYTES) {
            throw new IllegalArgumentException(
                    "The field %s of %s has %d bytes and holds no pointer."
                            .formatted(name, layout.name(), field.bytes()));
        }
        pointers.put(field.offset(), target);
        return this;
    }

    /** The struct as it stands now. */
    public Block block() {
        return new Block(bytes.array(), pointers);
    }

    private int fitting(Field field, long value) {
        if (value != (int) value && value != (value & 0xffff_ffffL)) {
            throw new IllegalArgumentException(
                    "0x%x does not fit into the 32 bits of %s of %s."
                            .formatted(value, field.name(), layout.name()));
        }
        return (int) value;
    }
}
