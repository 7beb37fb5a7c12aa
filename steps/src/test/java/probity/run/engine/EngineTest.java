package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import probity.judge.Verdict;
import probity.report.Totals;
import probity.report.reading.JsonFile;
import probity.run.Counted;

/** What a run does with its options, as tests and in its reports. */
@Timeout(120)
class EngineTest {
    @TempDir Path results;

    @Test
    void aMisspeltOptionIsTheOnlyTestAndFails() {
        EngineRuns.Shown shown = run("probity.cadidate", "java:miniature");

        assertThat(messages(shown)).hasSize(1);
        assertThat(messages(shown).get(0))
                .contains(
                        "UNRESOLVED: set-up: options",
                        "There is no option 'probity.cadidate'. [unknown-option]",
                        "Hint: Did you mean 'probity.candidate'?");
        assertThat(shown.junit().testEvents().started().count()).isEqualTo(1);
        assertThat(shown.console()).contains("UNRESOLVED options: There is no option");
        assertThat(shown.file("probity-verdicts.tsv")).isEqualTo("set-up\tUNRESOLVED\toptions\n");
    }

    @Test
    void severalMistakesAreAsManyFailingTests() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results, Map.of("probity.timeout", "soon", "probity.clauses", "XYZ-01"));

        assertThat(messages(shown)).hasSize(2);
        assertThat(totals(shown).of(Verdict.UNRESOLVED)).isEqualTo(2);
    }

    @Test
    void anUnknownCandidateFailsWithTheKnownOnesAndTheOthersAreJudged() {
        EngineRuns.Shown shown = run("probity.candidate", "java:miniatur,java:twin");

        assertThat(messages(shown).get(0))
                .contains(
                        "There is no Java candidate named 'java:miniatur'.".replace("java:m", "m"),
                        "known: java:miniature",
                        "known: java:twin");
        assertThat(shown.junit().testEvents().succeeded().count()).isPositive();
        assertThat(shown.console()).contains("java:twin (miniature, version 1)");
    }

    @Test
    void aCandidateIsOpenedWhenARunIsExecutedAndNotWhenItIsDiscovered() {
        Counted.TIMES.set(0);
        Counted.CLOSED.set(0);
        Map<String, String> options = Map.of("probity.candidate", "java:counted");
        EngineRuns.discover(results, options);
        assertThat(Counted.TIMES).hasValue(0);

        EngineRuns.Shown shown = EngineRuns.run(results, options);
        assertThat(shown.junit().testEvents().started().count()).isPositive();
        assertThat(Counted.TIMES).hasValue(1);
        assertThat(Counted.CLOSED).hasValue(1);
    }

    @Test
    void aCandidateThatWasOpenedIsLetGoAlthoughItIsNeverHeard() throws IOException {
        Counted.TIMES.set(0);
        Counted.CLOSED.set(0);
        Path noDirectory = Files.writeString(results.resolve("file"), "");

        EngineRuns.Shown shown =
                EngineRuns.run(noDirectory, Map.of("probity.candidate", "java:counted"));

        assertThat(shown.junit().containerEvents().failed().count()).isEqualTo(1);
        assertThat(Counted.TIMES).hasValue(1);
        assertThat(Counted.CLOSED).hasValue(1);
    }

    @Test
    void aCandidateThatCannotBeOpenedInTimeFails() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results, Map.of("probity.candidate", "sleepy:1", "probity.timeout", "1"));

        assertThat(messages(shown).get(0))
                .contains(
                        "The candidate 'sleepy:1' could not be opened. [candidate-fails-to-open]",
                        "The candidate's opening did not return within 1.00 s.");
    }

    @Test
    void onlyTheClausesAskedForAreJudgedAndEveryReportSaysSo() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results,
                        Map.of(
                                "probity.candidate", "java:miniature",
                                "probity.clauses", "PTR-01,TRN-*"));

        assertThat(totals(shown).all()).isEqualTo(5);
        assertThat(shown.console())
                .contains(
                        "FILTERED by clauses PTR-01, TRN-*: this is no statement of conformance.",
                        "the kit's own tests and the kill matrix were skipped");
        assertThat(shown.file("probity-report.json"))
                .contains("\"filter\" : \"clauses PTR-01, TRN-*\"");
        assertThat(shown.file("probity-report.ktap")).contains("# filtered: clauses PTR-01, TRN-*");
        assertThat(shown.file("environment.properties")).contains("filter=clauses PTR-01, TRN-*");
    }

    @Test
    void aRandomCaseIsRepeatedByPropertiesOnly() throws IOException {
        Path file = Files.writeString(results.resolve("case.txt"), "seed 7");

        EngineRuns.Shown shown =
                EngineRuns.run(
                        results,
                        Map.of(
                                "probity.candidate",
                                "java:miniature",
                                "probity.replay",
                                file.toString()));

        assertThat(totals(shown).all()).isEqualTo(3);
        assertThat(shown.console()).contains("FILTERED by the random case in " + file);
    }

    @Test
    void clausesThatNoScenarioDecidesAreAnError() {
        EngineRuns.Shown shown = run("probity.clauses", "RET-01");

        assertThat(messages(shown)).hasSize(1);
        assertThat(messages(shown).get(0)).contains("[nothing-to-judge]");
    }

    @Test
    void tagsChooseScenariosAndTheSummarySaysSo() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results,
                        Map.of(
                                "probity.candidate",
                                "java:miniature",
                                ProbityTestEngine.PROPERTIES,
                                "probity.none"),
                        "probity/everyverdict",
                        TagFilter.includeTags("PTR-06"));

        assertThat(shown.junit().testEvents().started().count()).isEqualTo(2);
        assertThat(shown.file("probity-report.json"))
                .contains("\"filter\" : \"tags, which left out 16 of 18\"");
    }

    @Test
    void whatTagsLeaveOutIsNotCountedOnACandidateThatCannotBeOpened() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results,
                        Map.of(
                                "probity.candidate",
                                "java:miniatur,java:miniature",
                                ProbityTestEngine.PROPERTIES,
                                "probity.none"),
                        "probity/everyverdict",
                        TagFilter.includeTags("PTR-06"));

        assertThat(shown.file("probity-report.json"))
                .contains("\"filter\" : \"tags, which left out 16 of 18\"");
    }

    @Test
    void entriesHaveTheTagsOfTheirClauseChapterStrengthAndKind() {
        EngineRuns.Shown shown = run("probity.candidate", "java:miniature");

        assertThat(shown.junit().testEvents().started().stream())
                .anySatisfy(
                        event ->
                                assertThat(event.getTestDescriptor().getTags())
                                        .extracting(TestTag::getName)
                                        .containsExactlyInAnyOrder(
                                                "PTR-06", "PTR", "SHOULD", "scenario"));
    }

    @Test
    void aCandidateThatHangsEverywhereEndsInBoundedTime() {
        long start = System.nanoTime();
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results, Map.of("probity.candidate", "java:hangs", "probity.timeout", "1"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isLessThan(Duration.ofSeconds(30));
        assertThat(totals(shown).of(Verdict.PASS)).isZero();
        assertThat(shown.console())
                .contains(
                        "The candidate's describe() did not return within 1.00 s.",
                        "the candidate has hung 3 times and is given up");
        assertThat(shown.file("probity-report.json")).contains("\"description\" : null");
    }

    @Test
    void waiversForWhatThereIsNotAreAnError() throws IOException {
        Path file =
                Files.writeString(
                        results.resolve("waivers.yaml"),
                        """
                        - candidate: "*"
                          clause: PTR-01
                          scenario: no such scenario
                          message: x
                          reason: y
                        """);

        EngineRuns.Shown shown = run("probity.waivers", file.toString());

        assertThat(messages(shown).get(0))
                .contains("There are waivers for what there is not.", "PTR-01, no such scenario");
    }

    @Test
    void withoutFeaturesThereIsNothingToDo() {
        var run =
                EngineTestKit.engine(ProbityTestEngine.ID)
                        .selectors(DiscoverySelectors.selectClass(EngineTest.class))
                        .execute();

        assertThat(run.allEvents().started().count()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutScenariosIsAnError() {
        EngineRuns.Shown shown =
                EngineRuns.run(
                        results,
                        Map.of(ProbityTestEngine.PROPERTIES, "probity.none"),
                        "probity/noscenario");

        assertThat(messages(shown).get(0)).contains("There is no scenario at all.");
        assertThat(shown.console()).contains("nothing was judged");
    }

    private EngineRuns.Shown run(String option, String value) {
        return EngineRuns.run(results, Map.of(option, value));
    }

    private static Totals totals(EngineRuns.Shown shown) {
        return JsonFile.totals(shown.file("probity-report.json"));
    }

    private static List<String> messages(EngineRuns.Shown shown) {
        return shown.junit().testEvents().failed().stream()
                .map(Event::getPayload)
                .map(payload -> ((TestExecutionResult) payload.orElseThrow()))
                .map(result -> result.getThrowable().orElseThrow().toString())
                .toList();
    }
}
