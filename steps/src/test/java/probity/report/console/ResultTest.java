package probity.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.Subject;

/** The result claims no more than was found, whatever verdicts there are. */
class ResultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASS | nothing that must hold is violated.",
                "PASS PASS UNSUPPORTED UNTESTED"
                        + " | nothing that must hold is violated; 2 stay open.",
                "PASS UNTESTED | nothing that must hold is violated; 1 stays open.",
                "PASS NOT_MET"
                        + " | nothing that must hold is violated; 1 that should hold is not met.",
                "XFAIL | 1 violation is waived.",
                "XFAIL XFAIL | 2 violations are waived.",
                "XFAIL UNSUPPORTED | 1 violation is waived; 1 stays open.",
                "XFAIL PASS" + " | 1 violation is waived; nothing else that must hold is violated.",
                "XFAIL NOT_MET | 1 violation is waived; 1 that should hold is not met.",
                "PASS XFAIL NOT_MET NOT_MET UNTESTED"
                        + " | 1 violation is waived; nothing else that must hold is violated;"
                        + " 2 that should hold are not met; 1 stays open.",
                "NOT_MET" + " | nothing that must hold was decided; 1 that should hold is not met.",
                "UNSUPPORTED | nothing that must hold was decided; 1 stays open.",
                "UNTESTED UNTESTED | nothing that must hold was decided; 2 stay open.",
                "FAIL | 1 of 1 breaks the run.",
                "UPASS KIT_ERROR UNRESOLVED PASS | 3 of 4 break the run.",
                "FAIL XFAIL PASS UNTESTED"
                        + " | 1 of 4 breaks the run; 1 violation is waived; 1 stays open.",
                "'' | nothing that must hold was decided.",
            })
    void saysWhatTheVerdictsComeTo(String verdicts, String result) {
        assertThat(Result.of(report(Optional.empty(), Strength.MUST, verdicts))).isEqualTo(result);
    }

    @Test
    void aPassOfWhatShouldHoldDecidesNothingThatMust() {
        assertThat(Result.of(report(Optional.empty(), Strength.SHOULD, "PASS")))
                .isEqualTo("nothing that must hold was decided.");
    }

    @Test
    void aFilteredRunSpeaksOfWhatWasChosen() {
        Optional<String> filter = Optional.of("clauses PTR-01");

        assertThat(Result.of(report(filter, Strength.MUST, "PASS")))
                .isEqualTo("of what was chosen, nothing that must hold is violated.");
        assertThat(Result.of(report(filter, Strength.MUST, "FAIL PASS")))
                .isEqualTo("of what was chosen, 1 of 2 breaks the run.");
    }

    private static RunReport report(Optional<String> filter, Strength strength, String verdicts) {
        List<Ruling> rulings =
                Arrays.stream(verdicts.split(" "))
                        .filter(verdict -> !verdict.isEmpty())
                        .map(verdict -> ruling(strength, Verdict.valueOf(verdict)))
                        .toList();
        return new RunReport(
                "1",
                Instant.EPOCH,
                Duration.ZERO,
                filter,
                List.of(),
                List.of(),
                List.of(new CandidateReport("reference", Optional.empty(), rulings)));
    }

    private static Ruling ruling(Strength strength, Verdict verdict) {
        Subject subject =
                new Subject(
                        "id",
                        Subject.Kind.SCENARIO,
                        List.of("PTR-01"),
                        "PTR",
                        "feature",
                        "name",
                        "f:1",
                        verdict == Verdict.NOT_MET ? Strength.SHOULD : strength);
        return new Ruling(
                subject,
                verdict,
                "",
                "",
                List.of(),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                List.of());
    }
}
