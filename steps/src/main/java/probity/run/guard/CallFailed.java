package probity.run.guard;

/** A call into the candidate gave no usable answer. */
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final String evidence;

    CallFailed(Kind kind, String message, String evidence, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.evidence = evidence;
    }

    static CallFailed lost(String what) {
        String message =
                "The candidate's " + what + " was not called: its instance hung or died before.";
        return new CallFailed(Kind.GIVEN_UP, message, "", null);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** Stack trace, stack of the hung thread, or the answer; may be empty. */
    public String evidence() {
        return evidence;
    }

    /** How a call can fail. */
    public enum Kind {
        /** It threw. */
        THREW("stack trace"),
        /** It ran out of memory or stack. */
        EXHAUSTED("stack trace"),
        /** It did not come back in time. */
        HUNG("stack of the hung thread"),
        /** The thread on which it ran ended. */
        DIED("stack trace"),
        /** It answered what makes no sense. */
        NONSENSE("answer"),
        /** It was not made, because this candidate has hung too often. */
        GIVEN_UP("");

        private final String evidenceName;

        Kind(String evidenceName) {
            this.evidenceName = evidenceName;
        }

        /** What the evidence of this kind is. */
        public String evidenceName() {
            return evidenceName;
        }
    }
}
