package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.judge.Verdict;
import probity.report.Totals;
import probity.report.reading.AllureFiles;
import probity.report.reading.ConsoleText;
import probity.report.reading.JsonFile;
import probity.report.reading.KtapText;
import probity.report.reading.MatrixHtml;

/** All reports say the same of a run in which every verdict occurs, on two candidates. */
class EveryVerdictTest {
    @TempDir static Path results;

    private static EngineRuns.Shown shown;
    private static Totals totals;

    @BeforeAll
    static void runOnce() {
        shown =
                EngineRuns.run(
                        results,
                        Map.of(
                                "probity.candidate",
                                "java:miniature,java:twin",
                                "probity.waivers",
                                EngineRuns.waivers()));
        totals = JsonFile.totals(shown.file("probity-report.json"));
    }

    @Test
    void everyVerdictOccurs() {
        assertThat(Verdict.values()).allMatch(verdict -> totals.of(verdict) > 0);
    }

    @Test
    void theRecordAddsUp() {
        String json = shown.file("probity-report.json");

        assertThat(JsonFile.countedScenarios(json)).isEqualTo(totals);
        assertThat(JsonFile.summedCandidates(json)).isEqualTo(totals);
    }

    @Test
    void theRecordFollowsItsSchema() throws Exception {
        JsonNode record = new ObjectMapper().readTree(shown.file("probity-report.json"));
        try (InputStream schema =
                getClass().getResourceAsStream("/probity/report/probity-report.schema.json")) {
            assertThat(
                            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                    .getSchema(schema)
                                    .validate(record))
                    .isEmpty();
        }
    }

    @Test
    void theConsoleAgrees() {
        assertThat(ConsoleText.totals(shown.console())).isEqualTo(totals);
        assertThat(ConsoleText.chapterTotals(shown.console())).isEqualTo(totals);
    }

    @Test
    void ktapAgrees() {
        assertThat(KtapText.totals(shown.file("probity-report.ktap"))).isEqualTo(totals);
        assertThat(KtapText.problems(shown.file("probity-report.ktap"))).isEmpty();
    }

    @Test
    void theLinesForScriptsAgree() throws Exception {
        JsonNode record = new ObjectMapper().readTree(shown.file("probity-report.json"));
        List<String> expected = new ArrayList<>();
        for (JsonNode candidate : record.get("candidates")) {
            for (JsonNode clause : candidate.get("clauses")) {
                if (clause.get("scenarios").size() > 0) {
                    expected.add(
                            String.join(
                                    "\t",
                                    clause.get("id").asText(),
                                    clause.get("verdict").asText(),
                                    candidate.get("address").asText()));
                }
            }
        }

        assertThat(shown.file("probity-verdicts.tsv").lines())
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theMatrixAgrees() throws Exception {
        MatrixHtml page = MatrixHtml.of(shown.file("matrix.html"));
        JsonNode record = new ObjectMapper().readTree(shown.file("probity-report.json"));

        int number = 0;
        for (JsonNode candidate : record.get("candidates")) {
            assertThat(page.totals().get(number))
                    .isEqualTo(JsonFile.totals(candidate.get("totals")));
            number++;
            for (JsonNode clause : candidate.get("clauses")) {
                String anchor = clause.get("id").asText() + "." + number;
                int scenarios = clause.get("scenarios").size();
                if (scenarios > 0) {
                    Verdict verdict = Verdict.valueOf(clause.get("verdict").asText());
                    assertThat(page.verdicts()).containsEntry(anchor, verdict);
                    assertThat(page.cells().get(anchor).all()).isEqualTo(scenarios);
                } else {
                    assertThat(page.cells()).doesNotContainKey(anchor);
                }
            }
        }
        assertThat(number).isEqualTo(2);
    }

    @Test
    void everyLinkOfTheMatrixLeadsSomewhere() {
        MatrixHtml page = MatrixHtml.of(shown.file("matrix.html"));
        List<String> ids = page.all("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.all("href"))
                .hasSizeGreaterThan(20)
                .allMatch(href -> href.startsWith("#") && ids.contains(href.substring(1)));
        assertThat(shown.file("matrix.md").split("matrix\\.html#"))
                .hasSizeGreaterThan(10)
                .allMatch(it -> it.startsWith("# Clauses") || ids.contains(it.split("\\)")[0]));
        assertThat(page.names()).doesNotContain("script", "link", "img");
    }

    @Test
    void allureHasTheMatrix() throws Exception {
        try (Stream<Path> files = Files.list(results)) {
            List<String> pages =
                    files.filter(file -> file.toString().endsWith("-attachment.html"))
                            .map(file -> file.getFileName().toString())
                            .toList();

            assertThat(pages).hasSize(1);
            assertThat(shown.file(pages.get(0))).isEqualTo(shown.file("matrix.html"));
        }
    }

    @Test
    void allureAgrees() {
        assertThat(AllureFiles.verdicts(results)).isEqualTo(totals);
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            assertThat(AllureFiles.count(results, kind)).as(kind.name()).isEqualTo(totals.of(kind));
        }
    }

    @Test
    void allureSeesEveryScenarioOfEveryCandidateAsATestOfItsOwn() {
        assertThat(AllureFiles.values(results, "historyId")).hasSize(totals.all());
        assertThat(AllureFiles.values(results, "testCaseId")).hasSize(totals.all());
        assertThat(AllureFiles.values(results, "fullName")).hasSize(totals.all());
    }

    @Test
    void identitiesAreThoseOfTheRunBefore(@TempDir Path second) {
        EngineRuns.run(
                second,
                Map.of(
                        "probity.candidate",
                        "java:miniature,java:twin",
                        "probity.waivers",
                        EngineRuns.waivers()));

        assertThat(AllureFiles.values(second, "historyId"))
                .isEqualTo(AllureFiles.values(results, "historyId"));
    }

    @Test
    void junitAgrees() {
        var tests = shown.junit().testEvents();

        assertThat(tests.succeeded().count()).isEqualTo(totals.of(Verdict.Kind.SUCCESS));
        assertThat(tests.aborted().count()).isEqualTo(totals.of(Verdict.Kind.SKIP));
        assertThat(tests.failed().count())
                .isEqualTo(totals.of(Verdict.Kind.FAILURE) + totals.of(Verdict.Kind.ERROR));
        assertThat(tests.skipped().count()).isZero();
    }

    @Test
    void junitNamesTellTheCandidate() {
        Set<String> names = new TreeSet<>();
        Stream<String> all =
                shown.junit().testEvents().started().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName());
        all.forEach(names::add);

        assertThat(names).hasSize(totals.all()).contains("java:twin: PTR-01 passes");
    }
}
