package probity.spi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes, lowest address first. */
public final class Bytes {
    private static final Bytes NONE = new Bytes(new byte[0]);
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte[] content) {
        Given.value(content, "the content of Bytes");
        return content.length == 0 ? NONE : new Bytes(content.clone());
    }

    /** No bytes. */
    public static Bytes none() {
        return NONE;
    }

    /**
     * The bytes of a string of hexadecimal digits, as {@link #toString()} prints them.
     *
     * @throws MisuseException if it is anything else
     */
    public static Bytes parse(String hex) {
        Given.value(hex, "the digits of Bytes");
        try {
            return of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new MisuseException(
                    "'" + hex + "' is not a sequence of pairs of hexadecimal digits.");
        }
    }

    /** How many bytes there are. */
    public int size() {
        return content.length;
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return content.clone();
    }

    /**
     * The little-endian 64-bit value at a byte offset.
     *
     * @throws MisuseException if fewer than 8 bytes stand there
     */
    public long longAt(int offset) {
        if (offset < 0 || offset > content.length - Long.BYTES) {
            throw new MisuseException(
                    "There are no 8 bytes at offset " + offset + " of " + content.length + ".");
        }
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Hexadecimal digits, two a byte. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(content);
    }
}
