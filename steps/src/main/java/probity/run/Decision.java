package probity.run;

import java.util.Optional;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.spi.MisuseException;

/**
 * What the facts of a trial come to.
 *
 * @param verdict the verdict, before waivers
 * @param reason why, in one sentence; empty for a plain PASS
 * @param violation what a failure screen shows, if something is violated
 */
record Decision(Verdict verdict, String reason, Optional<Violation> violation) {
    /**
     * Judges. What was observed outranks what came after it: a violation first, then a crash of
     * machine code, then whatever kept the trial from an answer.
     *
     * @param strength how binding the clause is
     * @param facts what happened
     * @param thrown what ended the entry early, or null
     */
    static Decision of(Strength strength, Facts facts, Throwable thrown) {
        if (facts.violation.isPresent()) {
            Violation violation = facts.violation.get().violation();
            return violated(facts.mismatch ? Strength.MUST : strength, violation);
        }
        if (facts.fatal.isPresent()) {
            return violated(Strength.MUST, facts.fatal.get());
        }
        if (facts.unresolved.isPresent()) {
            return new Decision(Verdict.UNRESOLVED, facts.unresolved.get());
        }
        if (thrown instanceof TrialEnded ended) {
            return new Decision(verdict(ended.reason()), ended.getMessage());
        }
        if (thrown instanceof MisuseException) {
            String reason = "The kit used the candidate wrongly: " + thrown.getMessage();
            return new Decision(Verdict.KIT_ERROR, reason);
        }
        if (thrown != null) {
            return new Decision(Verdict.KIT_ERROR, "The kit failed: " + thrown);
        }
        if (!facts.reached) {
            String reason = "The scenario ended without having asked the candidate anything.";
            return new Decision(Verdict.KIT_ERROR, reason);
        }
        return new Decision(Verdict.PASS, "");
    }

    private Decision(Verdict verdict, String reason) {
        this(verdict, reason, Optional.empty());
    }

    private static Decision violated(Strength strength, Violation violation) {
        Verdict verdict =
                switch (strength) {
                    case MUST -> Verdict.FAIL;
                    case SHOULD -> Verdict.NOT_MET;
                    case MAY -> Verdict.PASS;
                };
        return new Decision(verdict, violation.title(), Optional.of(violation));
    }

    private static Verdict verdict(TrialEnded.Reason reason) {
        return switch (reason) {
            case UNSUPPORTED -> Verdict.UNSUPPORTED;
            case UNTESTED -> Verdict.UNTESTED;
            case UNRESOLVED -> Verdict.UNRESOLVED;
        };
    }
}
