package probity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.report.Subject;
import probity.spi.MisuseException;

/** What facts come to, and what waivers make of it. */
class DecisionTest {
    private static final Violation VIOLATION =
            Violation.of("x5 is lost.", 3, List.of(new Violation.Line("x5", "0x5", "0x0")));

    private final Facts facts = reached();

    @Test
    void aTrialThatFoundNothingPasses() {
        assertThat(decide(Strength.MUST, null).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aTrialThatNeverAskedTheCandidateIsTheKitsFault() {
        facts.reached = false;

        assertThat(decide(Strength.MUST, null).verdict()).isEqualTo(Verdict.KIT_ERROR);
    }

    @Test
    void aViolationCountsByTheStrengthOfItsClause() {
        facts.violation = Optional.of(new ConformanceViolation(VIOLATION));

        assertThat(decide(Strength.MUST, null).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(decide(Strength.SHOULD, null).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(decide(Strength.MAY, null).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aDeclarationMismatchFailsWhateverTheStrength() {
        facts.violation = Optional.of(new ConformanceViolation(VIOLATION));
        facts.mismatch = true;

        assertThat(decide(Strength.SHOULD, null).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aViolationOutranksWhateverCameAfterIt() {
        facts.violation = Optional.of(new ConformanceViolation(VIOLATION));
        facts.fatal = Optional.of(Violation.of("It crashed.", 1, List.of()));
        facts.unresolved = Optional.of("It hung.");

        Decision decision = decide(Strength.MUST, new IllegalStateException("And the kit broke."));

        assertThat(decision.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(decision.reason()).isEqualTo("x5 is lost.");
    }

    @Test
    void aCrashOutranksAHangAndASkip() {
        facts.fatal = Optional.of(Violation.of("It crashed.", 1, List.of()));
        facts.unresolved = Optional.of("It hung.");

        assertThat(decide(Strength.SHOULD, ended(TrialEnded.Reason.UNSUPPORTED)).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aHangOutranksASkipAndAnErrorOfTheKit() {
        facts.unresolved = Optional.of("It hung.");

        assertThat(decide(Strength.MUST, ended(TrialEnded.Reason.UNSUPPORTED)).verdict())
                .isEqualTo(Verdict.UNRESOLVED);
        assertThat(decide(Strength.MUST, new IllegalStateException()).verdict())
                .isEqualTo(Verdict.UNRESOLVED);
    }

    @Test
    void whatIsSwallowedByAStepStillCounts() {
        facts.unresolved = Optional.of("It hung.");

        assertThat(decide(Strength.MUST, null).verdict()).isEqualTo(Verdict.UNRESOLVED);
    }

    @Test
    void skipsAreSaid() {
        assertThat(decide(Strength.MUST, ended(TrialEnded.Reason.UNSUPPORTED)).verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
        assertThat(decide(Strength.MUST, ended(TrialEnded.Reason.UNTESTED)).verdict())
                .isEqualTo(Verdict.UNTESTED);
    }

    @Test
    void misuseAndOtherExceptionsAreTheKitsFault() {
        assertThat(decide(Strength.MUST, new MisuseException("There is no task 7.")))
                .isEqualTo(
                        new Decision(
                                Verdict.KIT_ERROR,
                                "The kit used the candidate wrongly: There is no task 7.",
                                Optional.empty()));
        assertThat(decide(Strength.MUST, new AssertionError("1 is not 2")).verdict())
                .isEqualTo(Verdict.KIT_ERROR);
    }

    @Test
    void aWaivedFailureIsExpected() {
        assertThat(waived(failure(), "x5 is lost").verdict()).isEqualTo(Verdict.XFAIL);
    }

    @Test
    void aWaiverMayNameADifferenceInsteadOfTheTitle() {
        assertThat(waived(failure(), "expected=0x5").verdict()).isEqualTo(Verdict.XFAIL);
    }

    @Test
    void aWaivedScenarioThatFailsOtherwiseIsAnError() {
        Decision decision = waived(failure(), "x6 is lost");

        assertThat(decision.verdict()).isEqualTo(Verdict.UPASS);
        assertThat(decision.reason())
                .isEqualTo(
                        "This is waived with the message 'x6 is lost', but it is violated"
                                + " otherwise: x5 is lost.");
    }

    @Test
    void aWaivedScenarioThatPassesOrIsSkippedIsAnError() {
        assertThat(waived(decide(Strength.MUST, null), "x5").verdict()).isEqualTo(Verdict.UPASS);
        assertThat(
                        waived(decide(Strength.MUST, ended(TrialEnded.Reason.UNSUPPORTED)), "x5")
                                .verdict())
                .isEqualTo(Verdict.UPASS);
    }

    @Test
    void aSetUpFailureSatisfiesNoWaiver() {
        facts.unresolved = Optional.of("x5 is lost.");

        assertThat(waived(decide(Strength.MUST, null), "x5 is lost").verdict())
                .isEqualTo(Verdict.UNRESOLVED);
    }

    @Test
    void aWaiverIsForTheCandidatesAndScenariosThatItNames() {
        Subject subject = subject();

        assertThat(waiver("*", Optional.empty()).covers("java:x", subject)).isTrue();
        assertThat(waiver("java:*", Optional.empty()).covers("java:x", subject)).isTrue();
        assertThat(waiver("asm:*", Optional.empty()).covers("java:x", subject)).isFalse();
        assertThat(waiver("java.x", Optional.empty()).covers("java:x", subject)).isFalse();
        assertThat(waiver("*", Optional.of("other")).covers("java:x", subject)).isFalse();
        assertThat(waiver("*", Optional.of("name")).covers("java:x", subject)).isTrue();
    }

    private Decision failure() {
        facts.violation = Optional.of(new ConformanceViolation(VIOLATION));
        return decide(Strength.MUST, null);
    }

    private static Decision waived(Decision decision, String message) {
        Waiver waiver = new Waiver("java:*", "PTR-09", Optional.empty(), message, "known");
        return new Waivers(List.of(waiver)).apply("java:x", subject(), decision, new ArrayList<>());
    }

    private static Waiver waiver(String candidate, Optional<String> scenario) {
        return new Waiver(candidate, "PTR-09", scenario, "x5", "known");
    }

    private static Subject subject() {
        return new Subject(
                "f: name",
                Subject.Kind.SCENARIO,
                List.of("PTR-09"),
                "PTR",
                "feature",
                "name",
                "f:3",
                Strength.MUST);
    }

    private Decision decide(Strength strength, Throwable thrown) {
        return Decision.of(strength, facts, thrown);
    }

    private static TrialEnded ended(TrialEnded.Reason reason) {
        return new TrialEnded(reason, "It cannot.", null);
    }

    private static Facts reached() {
        Facts facts = new Facts();
        facts.reached = true;
        return facts;
    }
}
