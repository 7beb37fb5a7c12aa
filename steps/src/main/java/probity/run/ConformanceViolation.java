package probity.run;

/** A clause is violated. Thrown by {@link Trial#violated} only. */
public final class ConformanceViolation extends AssertionError {
    private static final long serialVersionUID = 1L;
    private final transient Violation violation;

    ConformanceViolation(Violation violation) {
        super(violation.title());
        this.violation = violation;
    }

    /** What was found. */
    public Violation violation() {
        return violation;
    }
}
