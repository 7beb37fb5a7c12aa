package probity.run.guard;

import java.util.List;
import probity.spi.Ending;
import probity.spi.Exhibit;
import probity.spi.MachineDied;

/** A call into the candidate gave no usable answer. */
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final String evidence;
    private final transient List<Exhibit> exhibits;

    CallFailed(Kind kind, String message, String evidence, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.evidence = evidence;
        this.exhibits = List.of();
    }

    private CallFailed(Kind kind, String message, MachineDied died) {
        super(message, died);
        this.kind = kind;
        this.evidence = "";
        this.exhibits = died.exhibits();
    }

    /** The candidate says that its machine died in this call. */
    static CallFailed died(String subject, MachineDied died) {
        return died.ending() == Ending.TRAP
                ? new CallFailed(
                        Kind.CRASHED, subject + " crashed its machine: " + died.getMessage(), died)
                : new CallFailed(
                        Kind.LOST, subject + " lost its machine: " + died.getMessage(), died);
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

    /** What the candidate shows of its machine's end. */
    public List<Exhibit> exhibits() {
        return exhibits;
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
        GIVEN_UP(""),
        /** The machine crashed, by what it was asked to do. */
        CRASHED(""),
        /** The machine was lost. */
        LOST("");

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
