package probity.linux.btf;

/**
 * A member of a struct or union, or of one inside it.
 *
 * @param name as the source calls it; with the names of what it is in, such as {@code thread.sp}
 * @param bitOffset from the start of the outermost struct
 * @param bits its width: the declared one of a bit field, else the type's
 * @param value its type
 */
public record BtfMember(String name, int bitOffset, int bits, BtfValue value) {
    /** The offset in bytes from the start of the outermost struct; a bit field is in that byte. */
    public int offset() {
        return bitOffset / Byte.SIZE;
    }
}
