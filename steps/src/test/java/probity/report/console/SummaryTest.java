package probity.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.Rulings;
import probity.report.RunReport;
import probity.report.Subject;

class SummaryTest {
    @Test
    void aGreenRunFitsOnAFewLines() {
        RunReport report = report(candidate("reference", Rulings.of("PTR-01", Verdict.PASS, "")));

        assertThat(Summary.render(report, Path.of("allure-results")).lines())
                .containsSubsequence(
                        "Probity 1: 1 scenario judged on 1 candidate in 1.5 s",
                        "reference",
                        "  chapter    PASS",
                        "  PTR           1",
                        "Totals:  1 PASS",
                        "Result:  nothing that must hold is violated.",
                        "Report:  allure-results/probity-report.json, and .ktap; read it with",
                        "         mvn -N allure:report   (then open target/allure-report/index.html)");
    }

    @Test
    void whatIsWrongHasALineEachAndWhatIsNotHasNone() {
        RunReport report =
                report(
                        candidate(
                                "reference",
                                Rulings.of("PTR-01", Verdict.FAIL, "x5 is lost.\nAnd more."),
                                Rulings.of("PTR-06", Verdict.NOT_MET, "The caller is missing."),
                                Rulings.of("SYM-01", Verdict.UNRESOLVED, "It hung.")));

        String text = Summary.render(report, Path.of("allure-results"));

        assertThat(text)
                .contains(
                        "FAIL       reference: PTR-01 name: x5 is lost. And more.\n",
                        "UNRESOLVED reference: SYM-01 name: It hung.\n",
                        "Result:  2 of 3 break the run; 1 that should hold is not met.",
                        "  chapter    PASS  FAIL  NOT MET  UNRESOLVED\n",
                        "  PTR           ·     1        1           ·\n",
                        "  all           ·     1        1           1\n")
                .doesNotContain("The caller is missing.");
    }

    @Test
    void theComparisonWithARecordHasARowOfItsOwn() {
        Ruling compared = Rulings.of(Subject.record(), Verdict.FAIL, "One result is another.");

        String text = Summary.render(report(candidate("reference", compared)), Path.of("x"));

        assertThat(text)
                .contains(
                        "  record        ·     1\n",
                        "FAIL       reference: the recorded results: One result is another.\n");
    }

    @Test
    void aLongListIsCut() {
        List<Ruling> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add(Rulings.of("PTR-01", Verdict.FAIL, "x".repeat(500)));
        }

        String text =
                Summary.render(
                        report(new CandidateReport("r", Optional.empty(), many)), Path.of("x"));

        assertThat(text).contains("… and 20 more, see the report.");
        assertThat(text.lines()).hasSizeLessThan(50).allMatch(line -> line.length() <= 200);
    }

    @Test
    void severalCandidatesAreCompared() {
        RunReport report =
                report(
                        candidate(
                                "a",
                                Rulings.of("PTR-01", Verdict.PASS, ""),
                                Rulings.of("PTR-02", Verdict.PASS, "")),
                        candidate(
                                "b",
                                Rulings.of("PTR-01", Verdict.PASS, ""),
                                Rulings.of("PTR-02", Verdict.UNSUPPORTED, "No.")));

        assertThat(Summary.render(report, Path.of("x")))
                .contains(
                        "Clauses on which they differ, in the order of the candidates above:\n"
                                + "  PTR-02  PASS | UNSUPPORTED\n")
                .doesNotContain("PTR-01  PASS");
    }

    @Test
    void candidatesThatDoNotDifferAreSaidNotTo() {
        RunReport report =
                report(
                        candidate("a", Rulings.of("PTR-01", Verdict.PASS, "")),
                        candidate("b", Rulings.of("PTR-01", Verdict.PASS, "")));

        assertThat(Summary.render(report, Path.of("x")))
                .contains("The candidates do not differ on any clause.");
    }

    @Test
    void progressIsSaidEveryFewSecondsOnly() {
        AtomicLong now = new AtomicLong();
        Progress progress = new Progress(3, now::get);

        assertThat(progress.ruled(Rulings.of("PTR-01", Verdict.PASS, ""))).isEmpty();
        now.set(Duration.ofSeconds(6).toNanos());
        assertThat(progress.ruled(Rulings.of("PTR-01", Verdict.FAIL, "x")))
                .isEqualTo("… 2 of 3 judged, 1 wrong, 6 s");
        assertThat(progress.ruled(Rulings.of("PTR-01", Verdict.PASS, ""))).isEmpty();
    }

    private static RunReport report(CandidateReport... candidates) {
        return Rulings.report(Optional.empty(), List.of(), candidates);
    }

    private static CandidateReport candidate(String address, Ruling... rulings) {
        return new CandidateReport(address, Optional.empty(), List.of(rulings));
    }
}
