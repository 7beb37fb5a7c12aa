package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.judge.Verdict;
import probity.report.Totals;
import probity.report.reading.JsonFile;
import probity.report.reading.MatrixHtml;

/** A run that is compared with recorded results. */
class RecordedRunTest {
    private static final String NAME = "miniature-1.yaml";

    @TempDir Path results;
    @TempDir Path records;
    private EngineRuns.Shown shown;

    /** What a run without any record wrote, its FAIL explained. */
    private String good;

    @BeforeEach
    void record() throws IOException {
        run();
        good = recorded().replace("finding: \"\"", "finding: L1");
    }

    @Test
    void withoutARecordTheRunSaysWhereItWroteOne() {
        assertThat(totals())
                .isEqualTo(
                        Totals.ofVerdicts(
                                List.of(
                                        Verdict.PASS,
                                        Verdict.FAIL,
                                        Verdict.NOT_MET,
                                        Verdict.UNSUPPORTED,
                                        Verdict.UNTESTED)));
        assertThat(shown.file("probity-report.json"))
                .contains(
                        "There is no record of miniature, version 1 in "
                                + records
                                + " yet. What was seen is in "
                                + results.resolve("recorded").resolve(NAME));
        assertThat(good)
                .isEqualTo(
                        """
                        name: miniature
                        version: "1"
                        results:
                          PTR-01:
                            fails:
                              verdict: FAIL
                              reason: Two values differ from the truth.
                              finding: L1
                            passes: PASS
                          PTR-03:
                            needs what is declared absent:
                              verdict: UNSUPPORTED
                              reason: There is no perf output.
                          PTR-06:
                            a recommendation is not met:
                              verdict: NOT_MET
                              reason: Two values differ from the truth.
                        """);
    }

    @Test
    void aFailWithoutAFindingIsAnError() throws IOException {
        keep(recorded());

        run();

        assertThat(shown.console())
                .contains("The recorded results in '" + records.resolve(NAME) + "' are not well");
        assertThat(totals().of(Verdict.UNRESOLVED)).isEqualTo(1);
        assertThat(shown.file("probity-report.json"))
                .contains("PTR-01, fails: a FAIL needs a reason, and a finding that explains it.");
    }

    @Test
    void whatIsAsRecordedIsGreenAndTheFindingIsShown() throws IOException {
        keep(good);

        run();

        assertThat(shown.junit().testEvents().failed().count()).isZero();
        assertThat(totals())
                .isEqualTo(
                        Totals.ofVerdicts(
                                List.of(
                                        Verdict.PASS,
                                        Verdict.XFAIL,
                                        Verdict.NOT_MET,
                                        Verdict.UNSUPPORTED,
                                        Verdict.PASS)));
        assertThat(shown.file("matrix.md")).contains("recorded as FAIL, see finding L1");
        assertThat(recorded()).isEqualTo(good);
    }

    @Test
    void whatIsNotAsRecordedFailsTheRunResultByResult() throws IOException {
        keep(
                good.replace("passes: PASS", "passes: UNSUPPORTED")
                        .replace("  PTR-03:", "  PTR-02:\n    is gone: PASS\n  PTR-03:"));

        run();

        assertThat(totals().of(Verdict.FAIL)).isEqualTo(1);
        assertThat(shown.junit().testEvents().failed().count()).isEqualTo(1);
        assertThat(shown.console())
                .contains(
                        "FAIL       java:miniature: the recorded results: 2 results of miniature,"
                                + " version 1 are not as recorded in");
        String message = shown.junit().testEvents().failed().stream().findFirst().toString();
        assertThat(message)
                .contains(
                        "PTR-01, passes:",
                        "result  UNSUPPORTED  PASS",
                        "PTR-02, is gone:",
                        "result  PASS         there is none",
                        "Look at: What changed, and why? Then cp");
    }

    @Test
    void aRecordedViolationThatIsGoneOrAnotherIsUpass() throws IOException {
        keep(good.replaceFirst("Two values differ", "Three values differ"));

        run();

        assertThat(totals().of(Verdict.UPASS)).isEqualTo(1);
        assertThat(totals().of(Verdict.FAIL)).isEqualTo(1);
    }

    @Test
    void anotherVersionLendsItsFindingsAndIsInTheMatrix() throws IOException {
        keep(
                good.replace("version: \"1\"", "version: \"0\"")
                        .replace(
                                "passes: PASS",
                                "passes:\n      verdict: FAIL\n      reason: x\n"
                                        + "      finding: L2"));

        run();

        assertThat(shown.junit().testEvents().failed().count()).isZero();
        assertThat(totals().of(Verdict.XFAIL)).isEqualTo(1);
        assertThat(totals().of(Verdict.PASS)).isEqualTo(1);
        assertThat(totals().of(Verdict.UNTESTED)).isEqualTo(1);
        assertThat(recorded()).isEqualTo(good);
        MatrixHtml page = MatrixHtml.of(shown.file("matrix.html"));
        assertThat(page.texts("th"))
                .anyMatch(head -> head.startsWith("miniature 0 recorded in " + records));
        assertThat(page.verdicts())
                .containsEntry("PTR-01.1", Verdict.XFAIL)
                .containsEntry("PTR-01.2", Verdict.FAIL);
    }

    @Test
    void aFilteredRunIsComparedAsFarAsItGoesAndNotRecorded() throws IOException {
        keep(good.replace("passes: PASS", "passes: UNTESTED"));

        run("probity.clauses", "PTR-06");
        assertThat(shown.junit().testEvents().failed().count()).isZero();
        assertThat(results.resolve("recorded").resolve(NAME)).doesNotExist();

        run("probity.clauses", "PTR-01");
        assertThat(shown.junit().testEvents().failed().count()).isEqualTo(1);
    }

    @Test
    void twoFilesOfOneVersionAreAnError() throws IOException {
        keep(good);
        Files.writeString(records.resolve("again.yaml"), good);

        run();

        assertThat(shown.console()).contains("record the same version.");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Path file = Files.writeString(records.resolve("file"), "");

        run("probity.records", file.toString());

        assertThat(shown.console())
                .contains(
                        "The option probity.records names '" + file + "', which is no directory.");
    }

    private void run(String... more) {
        Map<String, String> options = new HashMap<>();
        options.put("probity.candidate", "java:miniature");
        options.put("probity.records", records.toString());
        options.put(ProbityTestEngine.PROPERTIES, "probity.none");
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        shown = EngineRuns.run(results, options, "probity/recorded");
    }

    private void keep(String recording) throws IOException {
        Files.writeString(records.resolve(NAME), recording);
    }

    private String recorded() throws IOException {
        return Files.readString(results.resolve("recorded").resolve(NAME));
    }

    private Totals totals() {
        return JsonFile.totals(shown.file("probity-report.json"));
    }
}
