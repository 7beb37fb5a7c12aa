package probity.report.recorded;

import probity.judge.Verdict;

/**
 * What is recorded of one scenario or property.
 *
 * @param verdict what was observed, whatever was waived
 * @param reason why, in the {@link Wording} of its sentence; empty for a plain PASS
 * @param finding for a FAIL, the section of the findings that explains it; otherwise empty
 */
public record Result(Verdict verdict, String reason, String finding) {
    /** What is observed now, with nothing to explain it yet. */
    public static Result observed(Verdict verdict, String reason) {
        return new Result(verdict, Wording.of(reason), "");
    }

    /** The same, explained. */
    Result explainedBy(String section) {
        return new Result(verdict, reason, section);
    }

    /** Whether another one says the same: the verdict and, of a violation, which one it is. */
    boolean saysTheSameAs(Result other) {
        boolean violated = verdict == Verdict.FAIL || verdict == Verdict.NOT_MET;
        return verdict == other.verdict && (!violated || reason.equals(other.reason));
    }

    /** Such as {@code FAIL: x5 should be 0x… but is 0x….}. */
    @Override
    public String toString() {
        return reason.isEmpty() ? verdict.toString() : verdict + ": " + reason;
    }
}
