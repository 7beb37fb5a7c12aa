package probity.judge;

/**
 * What came of one scenario or property, in ftracetest's words. A skip is never a pass.
 *
 * <p>Which statuses the test frameworks show for it: PASS is a success; FAIL and UPASS are
 * failures; UNRESOLVED and KIT_ERROR are errors; all others are skips.
 */
public enum Verdict {
    /** The clause holds, as far as this scenario sees. */
    PASS(Kind.SUCCESS),
    /** A violation of a MUST was observed. It outranks whatever came after it. */
    FAIL(Kind.FAILURE),
    /** A violation of a SHOULD was observed; it is reported, and the run stays green. */
    NOT_MET(Kind.SKIP),
    /** Waived, and failed with the expected message. */
    XFAIL(Kind.SKIP),
    /** Waived, but passes, or fails otherwise than expected. */
    UPASS(Kind.FAILURE),
    /** What it needs is declared absent, or cannot be observed. */
    UNSUPPORTED(Kind.SKIP),
    /** Nothing was tried. */
    UNTESTED(Kind.SKIP),
    /** It applies, but the candidate gave no usable answer. */
    UNRESOLVED(Kind.ERROR),
    /** The kit itself is wrong. */
    KIT_ERROR(Kind.ERROR);

    /** The four statuses that test frameworks know. */
    public enum Kind {
        SUCCESS,
        SKIP,
        FAILURE,
        ERROR
    }

    private final Kind kind;

    Verdict(Kind kind) {
        this.kind = kind;
    }

    /** How a test framework shows it. */
    public Kind kind() {
        return kind;
    }

    /** Whether a run with this verdict ends with a non-zero exit status. */
    public boolean breaksTheRun() {
        return kind == Kind.FAILURE || kind == Kind.ERROR;
    }

    /** The word as people read it: without underscore. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
