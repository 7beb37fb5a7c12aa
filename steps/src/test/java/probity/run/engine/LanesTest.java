package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import probity.judge.Verdict;
import probity.report.Totals;
import probity.report.reading.AllureFiles;
import probity.report.reading.ConsoleText;
import probity.report.reading.JsonFile;
import probity.report.reading.KtapText;

/** Candidates that may be heard on two lanes. */
@Timeout(300)
class LanesTest {
    private static final String FOLDER = "probity/lanes";

    /** For calls that wait for others. */
    private static final String PATIENT = "120";

    @TempDir Path results;
    @TempDir Path others;

    @Test
    void twoInstancesAreInUseAtTheSameTime() {
        EngineRuns.Shown shown = run(results, "java:overtaken", FOLDER);

        assertThat(totals(shown))
                .isEqualTo(
                        Totals.ofVerdicts(
                                List.of(
                                        Verdict.PASS,
                                        Verdict.FAIL,
                                        Verdict.UNSUPPORTED,
                                        Verdict.UNSUPPORTED,
                                        Verdict.PASS)));
    }

    @Test
    void whoeverIsQuickerTheReportsSayTheSameInTheSameOrder() throws IOException {
        EngineRuns.Shown two = run(results, "java:overtaken", FOLDER);
        EngineRuns.Shown one = run(others, "java:miniature", FOLDER);

        assertThat(finished(two)).isNotEqualTo(finished(one)); // or this test shows nothing
        assertThat(verdicts(two)).hasSize(5).isEqualTo(verdicts(one));
        assertThat(results(two)).hasSize(5).isEqualTo(results(one));
        assertThat(two.file("probity-verdicts.tsv"))
                .isEqualTo(
                        one.file("probity-verdicts.tsv")
                                .replace("java:miniature", "java:overtaken"));
    }

    @Test
    void allReportsAgree() throws IOException {
        EngineRuns.Shown shown = run(results, "java:several", "probity/everyverdict");

        assertThat(ConsoleText.totals(shown.console())).isEqualTo(totals(shown));
        assertThat(KtapText.totals(shown.file("probity-report.ktap"))).isEqualTo(totals(shown));
        assertThat(KtapText.problems(shown.file("probity-report.ktap"))).isEmpty();
        assertThat(AllureFiles.verdicts(results)).isEqualTo(totals(shown));
        assertThat(JsonFile.countedScenarios(shown.file("probity-report.json")))
                .isEqualTo(totals(shown));
        assertThat(totals(shown))
                .isEqualTo(totals(run(others, "java:miniature", "probity/everyverdict")));
    }

    @Test
    void aFeatureStartsBeforeItsFirstTestAndFinishesAfterItsLast() {
        EngineRuns.Shown shown = run(results, "java:overtaken", FOLDER);

        Map<TestDescriptor, Integer> started = new HashMap<>();
        Map<TestDescriptor, Integer> finished = new HashMap<>();
        List<Event> events = shown.junit().allEvents().list();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Map<TestDescriptor, Integer> into =
                    event.getType() == EventType.STARTED ? started : finished;
            assertThat(into.put(event.getTestDescriptor(), i)).isNull();
        }
        assertThat(started).hasSize(1 + 1 + 2 + 5);
        assertThat(finished.keySet()).isEqualTo(started.keySet());
        for (TestDescriptor test : started.keySet()) {
            assertThat(started.get(test)).isLessThan(finished.get(test));
            test.getParent()
                    .ifPresent(
                            parent -> {
                                assertThat(started.get(parent)).isLessThan(started.get(test));
                                assertThat(finished.get(test)).isLessThan(finished.get(parent));
                            });
        }
    }

    @Test
    void aHangOnOneLaneIsThatLanes() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results,
                        Map.of(
                                "probity.candidate",
                                "java:several",
                                "probity.timeout",
                                "1",
                                ProbityTestEngine.PROPERTIES,
                                "probity.none"),
                        "probity/hanging");

        assertThat(totals(shown))
                .isEqualTo(Totals.ofVerdicts(List.of(Verdict.PASS, Verdict.UNRESOLVED)));
    }

    @Test
    void whoAnswersThatNoInstanceMayBeInUseIsNotJudged() {
        EngineRuns.Shown shown = run(results, "java:nowhere,java:miniature", FOLDER);

        Event failed = shown.junit().testEvents().failed().stream().findFirst().orElseThrow();
        TestExecutionResult result = failed.getRequiredPayload(TestExecutionResult.class);
        assertThat(result.getThrowable().orElseThrow().toString())
                .contains(
                        "UNRESOLVED: set-up: java:nowhere",
                        "The candidate's parallelism() answered what makes no sense: 0 instances"
                                + " cannot be in use at the same time; it takes 1 to 1024.");
        assertThat(totals(shown).of(Verdict.UNRESOLVED)).isEqualTo(1);
        assertThat(totals(shown).all()).isEqualTo(6);
    }

    private static EngineRuns.Shown run(Path results, String candidate, String folder) {
        return EngineRuns.run(
                results,
                Map.of(
                        "probity.candidate",
                        candidate,
                        "probity.timeout",
                        PATIENT,
                        ProbityTestEngine.PROPERTIES,
                        properties(folder)),
                folder);
    }

    private static String properties(String folder) {
        return folder.equals(FOLDER) ? "probity.none" : "probity.everyverdict.properties";
    }

    private static Totals totals(EngineRuns.Shown shown) {
        return JsonFile.totals(shown.file("probity-report.json"));
    }

    /** The scenarios in the order in which JUnit heard of their ends. */
    private static List<String> finished(EngineRuns.Shown shown) {
        return shown.junit().testEvents().list().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.substring(name.indexOf(' ')))
                .toList();
    }

    /** The lines of KTAP that are results of scenarios. */
    private static List<String> results(EngineRuns.Shown shown) {
        return shown.file("probity-report.ktap")
                .lines()
                .filter(line -> line.matches(" *(not )?ok .*PTR-.*"))
                .toList();
    }

    private static List<String> verdicts(EngineRuns.Shown shown) throws IOException {
        JsonNode record = new ObjectMapper().readTree(shown.file("probity-report.json"));
        List<String> verdicts = new ArrayList<>();
        for (JsonNode scenario : record.get("candidates").get(0).get("scenarios")) {
            verdicts.add(scenario.get("id").asText() + " " + scenario.get("verdict").asText());
        }
        return verdicts;
    }
}
