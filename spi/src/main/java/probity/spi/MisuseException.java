package probity.spi;

/**
 * The SPI was used wrongly: an unknown name, a closed instance, a null, a plan that asks for the
 * impossible (two tasks at once on one CPU). The message is a full sentence with the offending
 * thing in it. An implementation's own refusal is never this, but a {@link Refused}.
 */
public final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong, in a full sentence. */
    public MisuseException(String message) {
        super(message);
    }
}
