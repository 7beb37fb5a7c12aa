package probity.linux.abi;

/**
 * A field of a struct.
 *
 * @param name as the kernel's headers call it
 * @param offset of its first byte from the start of the struct
 * @param bytes its width
 */
public record Field(String name, int offset, int bytes) {
    /** A field of 32 bits. */
    public static Field u32(String name, int offset) {
        return new Field(name, offset, Integer.BYTES);
    }

    /** A field of 64 bits. */
    public static Field u64(String name, int offset) {
        return new Field(name, offset, Long.BYTES);
    }

    /** A text of at most this many bytes, its closing NUL included. */
    public static Field text(String name, int offset, int bytes) {
        return new Field(name, offset, bytes);
    }

    /** The first byte after the field. */
    public int end() {
        return offset + bytes;
    }
}
