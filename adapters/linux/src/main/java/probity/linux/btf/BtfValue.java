package probity.linux.btf;

/**
 * What is known of a value of some C type once typedefs and qualifiers are followed.
 *
 * @param type the type as C writes it, such as {@code struct file *}
 * @param form what it is made of
 * @param bits its width; 0 for void
 * @param signed whether a narrower value is extended by its sign
 */
public record BtfValue(String type, Form form, int bits, boolean signed) {
    /** What a value is made of. */
    public enum Form {
        /** Nothing: the result of a void function. */
        NONE,
        /** An integer, a character, a boolean or an enum. */
        INTEGER,
        /** A pointer. */
        POINTER,
        /** A floating-point number. */
        FLOAT,
        /** A struct, a union or an array. */
        AGGREGATE
    }

    /** {@code s32}, {@code u64} and the like for what fits a register; else the type itself. */
    @Override
    public String toString() {
        return switch (form) {
            case INTEGER -> (signed ? "s" : "u") + bits;
            default -> type;
        };
    }
}
