package probity.spi;

/**
 * What an implementation declares of one field of a register set at one side, and is held to
 * (PTR-11, PTR-12). Zero is the only value of a field that is not constant; another is misuse.
 *
 * @param kind the state
 * @param value the fixed value of a constant field; zero otherwise
 */
public record FieldState(Kind kind, long value) {
    public FieldState {
        Given.value(kind, "FieldState.kind");
        if (kind != Kind.CONSTANT && value != 0) {
            throw new MisuseException(
                    String.format(
                            "Only a CONSTANT field has a value, but 0x%x was given for one that is"
                                    + " %s.",
                            value, kind));
        }
    }

    /** The three states of a field. */
    public enum Kind {
        /** Holds the truth. */
        POPULATED,
        /** Holds a fixed value; pstate only. */
        CONSTANT,
        /** Holds nothing; a context field follows the context policy. */
        UNPOPULATED
    }

    /** Holds the truth. */
    public static final FieldState POPULATED = new FieldState(Kind.POPULATED, 0);

    /** Holds nothing. */
    public static final FieldState UNPOPULATED = new FieldState(Kind.UNPOPULATED, 0);

    /** Holds this value, always. */
    public static FieldState constant(long value) {
        return new FieldState(Kind.CONSTANT, value);
    }

    /** Whether the field holds the truth. */
    public boolean isPopulated() {
        return kind == Kind.POPULATED;
    }
}
