package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import probity.judge.Verdict;
import probity.report.Totals;
import probity.report.reading.AllureFiles;
import probity.report.reading.ConsoleText;
import probity.report.reading.JsonFile;
import probity.report.reading.KtapText;

/** A run whose virtual machine ends in the middle still says what it found, and what it did not. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT) // each in a virtual machine of its own
class BrokenOffTest {
    @TempDir Path directory;

    @Test
    void aCandidateThatExitsIsUnresolvedAndTheRestIsUntested() throws Exception {
        String said = run("java:miniature,java:twin", "probity/brokenoff");

        assertThat(totals())
                .isEqualTo(
                        Totals.ofVerdicts(
                                List.of(
                                        Verdict.PASS,
                                        Verdict.UNRESOLVED,
                                        Verdict.UNTESTED,
                                        Verdict.UNTESTED,
                                        Verdict.UNTESTED,
                                        Verdict.UNTESTED)));
        assertThat(said)
                .contains(
                        "BROKEN OFF, and so no statement of conformance: The candidate's run(Plan)"
                                + " called System.exit.",
                        "UNRESOLVED java:miniature: PTR-01 ends the virtual machine: The candidate's"
                                + " run(Plan) called System.exit.",
                        "Result:  1 of 6 breaks the run; 4 stay open.");
        assertThat(file("probity-report.json"))
                .contains(
                        "\"reason\" : \"The run was broken off while java:miniature was judged.\"");
        assertThat(allAttachments()).contains("java.lang.System.exit(", "probity.run.Miniature");
    }

    @Test
    void allReportsOfARunThatWasBrokenOffAgree() throws Exception {
        String said = run("java:miniature", "probity/brokenoff");

        assertThat(ConsoleText.totals(said)).isEqualTo(totals());
        assertThat(KtapText.totals(file("probity-report.ktap"))).isEqualTo(totals());
        assertThat(AllureFiles.verdicts(results())).isEqualTo(totals());
        assertThat(JsonFile.countedScenarios(file("probity-report.json"))).isEqualTo(totals());
    }

    @Test
    void onTwoLanesWhatIsUnderWayOnBothIsUnresolvedAndTheCallThatExitsIsNamed() throws Exception {
        String said = run("java:leaving", "probity/brokenofflanes");

        assertThat(totals())
                .isEqualTo(
                        Totals.ofVerdicts(
                                List.of(
                                        Verdict.PASS,
                                        Verdict.UNRESOLVED,
                                        Verdict.UNRESOLVED,
                                        Verdict.UNTESTED)));
        assertThat(said)
                .contains(
                        "BROKEN OFF, and so no statement of conformance: The candidate's run(Plan)"
                                + " called System.exit.",
                        "UNRESOLVED java:leaving: PTR-01 ends the virtual machine: The candidate's"
                                + " run(Plan) called System.exit.")
                .containsPattern(
                        "UNRESOLVED java:leaving: PTR-01 is being heard: System.exit was called on"
                                + " the thread 'probity java:leaving, lane [12]' during the"
                                + " candidate's run\\(Plan\\).");
        assertThat(ConsoleText.totals(said)).isEqualTo(totals());
    }

    @Test
    void aCandidateThatExitsWhenItIsOpenedIsNamed() throws Exception {
        String said = run("quits:1", "probity/brokenoff");

        assertThat(said)
                .contains(
                        "BROKEN OFF, and so no statement of conformance: The candidate's opening"
                                + " called System.exit.",
                        "UNRESOLVED quits:1: The candidate 'quits:1' could not be opened.");
        assertThat(totals()).isEqualTo(Totals.ofVerdicts(List.of(Verdict.UNRESOLVED)));
        assertThat(file("probity-report.json")).contains("probity.run.Quits.open(");
    }

    @Test
    void anEndFromOutsideIsNotTheCandidates() throws Exception {
        Process process = start("java:miniature", "probity/hanging");
        while (process.isAlive() && files("-result.json").isEmpty()) {
            Thread.sleep(50);
        }
        process.destroy(); // as Ctrl-C does

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output()))
                .containsPattern(
                        "UNRESOLVED java:miniature: PTR-01 hangs: The virtual machine was ended from"
                                + " outside.*\\.");
        assertThat(totals())
                .isEqualTo(Totals.ofVerdicts(List.of(Verdict.PASS, Verdict.UNRESOLVED)));
    }

    private String run(String candidates, String folder) throws Exception {
        Process process = start(candidates, folder);
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output());
        assertThat(ended).as("The run ends. It said:%n%s", said).isTrue();
        return said;
    }

    private Process start(String candidates, String folder) throws IOException {
        return ForkedRun.start(results(), output(), candidates, folder);
    }

    private Path results() {
        return directory.resolve("results");
    }

    private Path output() {
        return directory.resolve("output.txt");
    }

    private String file(String name) throws IOException {
        return Files.readString(results().resolve(name));
    }

    private Totals totals() throws IOException {
        return JsonFile.totals(file("probity-report.json"));
    }

    private String allAttachments() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files("-attachment.txt")) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.exists(results())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results())) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
