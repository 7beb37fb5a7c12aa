package probity.run;

/**
 * A scenario cannot be decided: unsupported, untested or unresolved. Thrown by {@link Trial} and by
 * the instances it starts; steps let it pass.
 */
public final class TrialEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    TrialEnded(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it ended. */
    public Reason reason() {
        return reason;
    }

    /** Why a scenario was not decided. */
    public enum Reason {
        /** What it needs is declared absent, or cannot be observed. */
        UNSUPPORTED,
        /** It cannot be set up on this candidate. */
        UNTESTED,
        /** The candidate gave no usable answer. */
        UNRESOLVED
    }
}
