package probity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import probity.catalogue.Strength;
import probity.judge.Verdict;

class ClauseVerdictsTest {
    @Test
    void theWorstCounts() {
        assertThat(overall(Verdict.PASS, Verdict.FAIL, Verdict.UNSUPPORTED))
                .isEqualTo(Verdict.FAIL);
        assertThat(overall(Verdict.FAIL, Verdict.KIT_ERROR)).isEqualTo(Verdict.KIT_ERROR);
        assertThat(overall(Verdict.PASS, Verdict.NOT_MET)).isEqualTo(Verdict.NOT_MET);
        assertThat(overall(Verdict.PASS, Verdict.XFAIL)).isEqualTo(Verdict.XFAIL);
    }

    @Test
    void whatDoesNotApplyDoesNotSpoilAPass() {
        assertThat(overall(Verdict.UNSUPPORTED, Verdict.PASS)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aSkipIsNeverAPass() {
        assertThat(overall(Verdict.UNSUPPORTED, Verdict.UNTESTED)).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(overall()).isEqualTo(Verdict.UNTESTED);
    }

    @Test
    void aPropertyDecidesAllItsClauses() {
        Ruling ruling = ruling(Verdict.FAIL, "PTR-01", "SYM-02");

        assertThat(ClauseVerdicts.byClause(List.of(ruling)))
                .containsOnlyKeys("PTR-01", "SYM-02")
                .containsEntry("SYM-02", List.of(ruling));
    }

    @Test
    void totalsAreSaidWithoutZeros() {
        Totals totals = Totals.ofVerdicts(List.of(Verdict.PASS, Verdict.KIT_ERROR, Verdict.PASS));

        assertThat(totals).hasToString("2 PASS, 1 KIT ERROR");
        assertThat(totals.green()).isFalse();
        assertThat(totals.of(Verdict.Kind.ERROR)).isEqualTo(1);
        assertThat(Totals.ofVerdicts(List.of())).hasToString("nothing judged");
        assertThat(Totals.ofVerdicts(List.of(Verdict.NOT_MET, Verdict.XFAIL)).green()).isTrue();
    }

    private static Verdict overall(Verdict... verdicts) {
        return ClauseVerdicts.overall(
                Stream.of(verdicts).map(verdict -> ruling(verdict, "PTR-01")).toList());
    }

    private static Ruling ruling(Verdict verdict, String... clauses) {
        Subject subject =
                new Subject(
                        "id",
                        Subject.Kind.SCENARIO,
                        List.of(clauses),
                        "PTR",
                        "feature",
                        "name",
                        "f:1",
                        Strength.MUST);
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
