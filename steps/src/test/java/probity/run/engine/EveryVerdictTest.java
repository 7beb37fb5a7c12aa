package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Path;
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
