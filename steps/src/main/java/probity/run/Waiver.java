package probity.run;

import java.util.List;
import java.util.Optional;
import probity.judge.Verdict;
import probity.report.Subject;
import probity.report.Wildcard;
import probity.report.recorded.Place;
import probity.report.recorded.Result;
import probity.report.recorded.Wording;

/**
 * A violation that is known and tolerated.
 *
 * @param candidate address pattern; {@code *} stands for anything
 * @param clause the clause
 * @param scenario the scenario's title; where empty, every scenario of the clause is meant
 * @param message a part of what the violation must say: of its title or of one difference. A number
 *     may be written as in a {@link Wording}
 * @param reason why it is tolerated
 */
record Waiver(
        String candidate, String clause, Optional<String> scenario, String message, String reason) {
    /** Waives one FAIL that was recorded. */
    static Waiver recorded(Place place, Result result) {
        return new Waiver(
                "*",
                place.clause(),
                Optional.of(place.title()),
                result.reason(),
                "recorded as FAIL, see finding " + result.finding());
    }

    boolean covers(String address, Subject subject) {
        return Wildcard.matches(candidate, address)
                && subject.clauses().contains(clause)
                && scenario.map(subject.name()::equals).orElse(true);
    }

    /** Whether this is the violation that is waived. */
    boolean foresees(Decision decision) {
        String said =
                decision.reason()
                        + decision.violation().map(Violation::lines).map(List::toString).orElse("");
        return isViolated(decision)
                && (said.contains(message) || Wording.of(said).contains(message));
    }

    private static boolean isViolated(Decision decision) {
        return decision.verdict() == Verdict.FAIL || decision.verdict() == Verdict.NOT_MET;
    }

    /**
     * What it makes of a decision on something that it covers: XFAIL of the violation that it
     * foresees, UPASS of anything else, so that no waiver outlives what it waives. What gives no
     * usable answer, or is the kit's fault, satisfies no waiver and stays what it is.
     *
     * @param notes gets the waiver's reason
     */
    Decision applyTo(Decision decision, List<String> notes) {
        if (decision.verdict() == Verdict.UNRESOLVED || decision.verdict() == Verdict.KIT_ERROR) {
            return decision;
        }
        notes.add("Waived: " + reason);
        if (foresees(decision)) {
            return new Decision(Verdict.XFAIL, decision.reason(), decision.violation());
        }
        String seen =
                isViolated(decision)
                        ? "it is violated otherwise: " + decision.reason()
                        : seen(decision);
        return new Decision(
                Verdict.UPASS,
                String.format("This is waived with the message '%s', but %s", message, seen),
                decision.violation());
    }

    private static String seen(Decision decision) {
        return decision.verdict() == Verdict.PASS
                ? "it passes; if only one scenario of the clause is violated, name it in the waiver."
                : "it is " + decision.verdict() + ": " + decision.reason();
    }
}
