package probity.spi;

/** A candidate address does not lead to a candidate; the diagnostic says why. */
public final class CandidateUnavailable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    /** Wraps the diagnostic, whose text becomes the message. */
    public CandidateUnavailable(Diagnostic diagnostic) {
        super(Given.value(diagnostic, "the diagnostic of a CandidateUnavailable").toString());
        this.diagnostic = diagnostic;
    }

    /** What is wrong. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
