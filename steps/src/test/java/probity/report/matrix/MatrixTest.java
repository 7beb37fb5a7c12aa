package probity.report.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.catalogue.Catalogue;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.report.Rulings;
import probity.report.RunReport;
import probity.report.Subject;
import probity.report.reading.MatrixHtml;

class MatrixTest {
    private static final String HOSTILE = "</pre><script>alert('x')</script>&amp;\"'|[a](b)\u0000";

    @Test
    void aCellShowsTheWorstVerdictThatMattersAndItsShare() {
        MatrixHtml page =
                page(
                        Rulings.of("PTR-01", Verdict.PASS, ""),
                        Rulings.of("PTR-01", Verdict.UNSUPPORTED, "No."),
                        Rulings.of("PTR-01", Verdict.FAIL, "x5 is lost."),
                        Rulings.of("PTR-02", Verdict.PASS, ""),
                        Rulings.of("PTR-02", Verdict.UNSUPPORTED, "No."));

        assertThat(page.texts("td"))
                .contains("✗ FAIL 1 of 3 1 PASS, 1 UNSUPPORTED", "✓ PASS 1 of 2 1 UNSUPPORTED");
        assertThat(page.verdicts())
                .containsEntry("PTR-01.1", Verdict.FAIL)
                .containsEntry("PTR-02.1", Verdict.PASS);
    }

    @Test
    void whatWasNotJudgedIsNoPass() {
        MatrixHtml page = page(Rulings.of("PTR-01", Verdict.UNSUPPORTED, "No."));

        assertThat(page.verdicts()).containsEntry("PTR-01.1", Verdict.UNSUPPORTED);
        assertThat(page.texts("td")).filteredOn("not judged"::equals).hasSize(51);
        assertThat(page.texts("b")).noneMatch(text -> text.contains("PASS"));
    }

    @Test
    void strengthStandsBesideTheClause() {
        assertThat(page(Rulings.of("PTR-01", Verdict.PASS, "")).texts("th"))
                .anyMatch(text -> text.startsWith("PTR-01 MUST"))
                .anyMatch(text -> text.startsWith("PTR-17 SHOULD"));
    }

    @Test
    void whatDecidesNoSingleClauseHasARowOfItsOwn() {
        Subject chapter =
                new Subject(
                        "p", Subject.Kind.PROPERTY, List.of(), "PTR", "f", "n", "s", Strength.MUST);
        MatrixHtml page =
                page(
                        Rulings.of(chapter, Verdict.PASS, ""),
                        Rulings.of(Subject.setUp("reference"), Verdict.UNRESOLVED, "Not there."));

        assertThat(page.verdicts())
                .containsEntry("PTR.1", Verdict.PASS)
                .containsEntry("run.1", Verdict.UNRESOLVED);
        assertThat(page(Rulings.of(Subject.record(), Verdict.FAIL, "Differs.")).verdicts())
                .containsEntry("run.1", Verdict.FAIL);
    }

    @Test
    void aSectionHasScreenEvidenceNotesAndTheCommand() {
        Ruling failed =
                new Ruling(
                        Rulings.of("PTR-01", Verdict.FAIL, "").subject(),
                        Verdict.FAIL,
                        "x5 is lost.",
                        "FAIL: x5\n  expected",
                        List.of("Looked at twice."),
                        Instant.EPOCH,
                        Duration.ZERO,
                        List.of(),
                        List.of(
                                new Evidence("registers", "x5 0x1"),
                                new Evidence("counts", () -> ""),
                                new Evidence("trace", "y".repeat(17_000))));
        String html = Matrix.of(report(List.of(failed)), List.of()).toHtml();

        assertThat(html)
                .contains(
                        "<pre>FAIL: x5\n  expected</pre>",
                        "<summary>registers</summary>\n<pre>x5 0x1</pre>",
                        "Looked at twice.",
                        "y\n… and 1000 characters more, in the Allure report</pre>",
                        "<code>mvn test -Dprobity.candidate=x -Dprobity.clauses=PTR-01</code>")
                .doesNotContain("<summary>counts</summary>");
    }

    @Test
    void hostileTextIsText() {
        Subject subject =
                new Subject(
                        "id",
                        Subject.Kind.SCENARIO,
                        List.of("PTR-01"),
                        "PTR",
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        Strength.MUST);
        Ruling hostile =
                new Ruling(
                        subject,
                        Verdict.FAIL,
                        HOSTILE,
                        HOSTILE,
                        List.of(HOSTILE),
                        Instant.EPOCH,
                        Duration.ZERO,
                        List.of(),
                        List.of(new Evidence(HOSTILE, HOSTILE)));
        RunReport report =
                report(
                        Optional.of(HOSTILE),
                        new CandidateReport(
                                HOSTILE, Optional.empty(), Optional.of(HOSTILE), List.of(hostile)));
        Matrix matrix = Matrix.of(report, List.of());

        assertThat(MatrixHtml.of(matrix.toHtml()).names()).doesNotContain("script");
        assertThat(matrix.toMarkdown()).doesNotContain("<script", "[a](b)", "\u0000");
        assertThat(matrix.toMarkdown().lines().filter(line -> line.startsWith("| PTR-01")))
                .allMatch(
                        line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 4);
    }

    @Test
    void aFilteredMatrixHasOnlyWhatWasJudgedAndSaysSo() {
        RunReport report =
                report(
                        Optional.of("clauses PTR-01"),
                        new CandidateReport(
                                "reference",
                                Optional.empty(),
                                List.of(Rulings.of("PTR-01", Verdict.PASS, ""))));
        Matrix matrix = Matrix.of(report, List.of());

        assertThat(MatrixHtml.of(matrix.toHtml()).verdicts()).containsOnlyKeys("PTR-01.1");
        assertThat(MatrixHtml.of(matrix.toHtml()).texts("p"))
                .contains("Filtered by clauses PTR-01: this is no statement of conformance.");
        assertThat(matrix.toMarkdown())
                .contains("**Filtered by clauses PTR-01: this is no statement of conformance.**");
    }

    @Test
    void markdownLeadsToThePageAndSaysWhatIsWrong() {
        String markdown =
                Matrix.of(
                                report(
                                        List.of(
                                                Rulings.of("PTR-01", Verdict.FAIL, "x5 is lost."),
                                                Rulings.of("PTR-01", Verdict.PASS, ""))),
                                List.of())
                        .toMarkdown();

        assertThat(markdown)
                .contains(
                        "[✗ FAIL 1 of 2](matrix.html#PTR-01.1)",
                        "## PTR-01 on reference\n\n- FAIL: name. x5 is lost.\n");
    }

    private static MatrixHtml page(Ruling... rulings) {
        return MatrixHtml.of(Matrix.of(report(List.of(rulings)), List.of()).toHtml());
    }

    private static RunReport report(List<Ruling> rulings) {
        return report(
                Optional.empty(),
                new CandidateReport(
                        "reference",
                        Optional.empty(),
                        Optional.of("mvn test -Dprobity.candidate=x"),
                        rulings));
    }

    private static RunReport report(Optional<String> filter, CandidateReport candidate) {
        return Rulings.report(filter, Catalogue.load().clauses(), candidate);
    }
}
