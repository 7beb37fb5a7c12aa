package probity.report.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.judge.Verdict;

class RecordingTest {
    private static final Place WALKS = new Place("PTR-05", "A walk: from the context");
    private static final Place READS = new Place("PTR-01", "reads");
    private static final Place CHAPTER = new Place("PTR", "Whatever is called");
    private static final Result PASS = new Result(Verdict.PASS, "", "");
    private static final Result FAIL = new Result(Verdict.FAIL, "x5 is 0x….", "L1");

    @TempDir Path directory;

    @Test
    void numbersThatDifferFromRunToRunAreNoPartOfTheWording() {
        assertThat(Wording.of("At do_it+0x4/0x1ac of task 4711, x2 is 0xffff8000 for 3 calls."))
                .isEqualTo("At do_it+0x…/0x… of task …, x2 is 0x… for 3 calls.");
        assertThat(Wording.of("The ip is 0xffff800080051bc8 (return_to_handler+0x14) (or not)."))
                .isEqualTo("The ip is 0x… (or not).");
        assertThat(Wording.of("Task 4711.")).isEqualTo("Task ….");
        assertThat(Wording.of("(task 0, event 5)")).isEqualTo("(task 0, event …)");
        assertThat(Wording.of("Linux 6.12.12345 of\n2 names"))
                .isEqualTo("Linux 6.12.12345 of 2 names");
        assertThat(Wording.of(Wording.of("is 0x1, 99999"))).isEqualTo("is 0x…, …");
    }

    @Test
    void aFileIsSortedAndReadAsItWasWritten() throws Exception {
        Recording recording =
                recording(
                        Map.of(
                                WALKS, FAIL,
                                READS, PASS,
                                CHAPTER, new Result(Verdict.UNSUPPORTED, "No: # such", "")));
        String text = RecordingFile.write(recording);

        assertThat(text)
                .isEqualTo(
                        """
                        name: linux
                        version: "7.3"
                        results:
                          PTR:
                            Whatever is called:
                              verdict: UNSUPPORTED
                              reason: "No: # such"
                          PTR-01:
                            reads: PASS
                          PTR-05:
                            'A walk: from the context':
                              verdict: FAIL
                              reason: x5 is 0x….
                              finding: L1
                        """);
        assertThat(RecordingFile.read(file(text))).isEqualTo(recording);
    }

    @Test
    void itsFileNameHasNoSlashes() {
        assertThat(new Recording("linux debian/sid", "7.2+deb14~1 (x)", new TreeMap<>()).fileName())
                .isEqualTo("linux-debian-sid-7.2+deb14~1-x.yaml");
    }

    @Test
    void everythingThatIsWrongIsSaid() throws IOException {
        assertThat(
                        problems(
                                """
                                name: linux
                                vresion: "7.3"
                                results:
                                  PTR-01:
                                    reads:
                                      verdict: FAIL
                                      reason: x5 is lost.
                                    writes: UNRESOLVED
                                    calls:
                                      verdict: PASS
                                      finding: L1
                                      why: none
                                """))
                .containsExactly(
                        "It: the key 'vresion' is unknown.",
                        "The key 'version' is missing or empty.",
                        "PTR-01, reads: a FAIL needs a reason, and a finding that explains it.",
                        "PTR-01, writes: 'UNRESOLVED' is none of the verdicts that can be recorded:"
                                + " [PASS, FAIL, NOT_MET, UNSUPPORTED, UNTESTED]",
                        "PTR-01, calls: the key 'why' is unknown.",
                        "PTR-01, calls: a finding explains a FAIL only.");
        assertThat(problems("name: a\nversion: 1\n"))
                .containsExactly("The key 'results' is missing, or no map of clauses.");
        assertThat(problems("name: [")).singleElement().asString().startsWith("It cannot be read:");
        assertThat(problems("a: 1\na: 2\n")).singleElement().asString().contains("Duplicate");
    }

    @Test
    void aChangeIsAnotherVerdictOrAnotherViolation() {
        Recording recording = recording(Map.of(WALKS, FAIL, READS, PASS));
        Result same = Result.observed(Verdict.FAIL, "x5 is 0x17.");

        assertThat(recording.changes(Map.of(WALKS, same, READS, PASS), List.of(WALKS, READS)))
                .isEmpty();
        assertThat(
                        recording.changes(
                                Map.of(
                                        WALKS,
                                        Result.observed(Verdict.FAIL, "x6 is 0x17."),
                                        CHAPTER,
                                        PASS),
                                List.of(WALKS, CHAPTER)))
                .containsExactly(
                        new Recording.Change(READS, "PASS", "there is none"),
                        new Recording.Change(WALKS, "FAIL: x5 is 0x….", "FAIL: x6 is 0x…."),
                        new Recording.Change(CHAPTER, "nothing", "PASS"));
    }

    @Test
    void whatWasNotChosenIsNoChange() {
        Recording recording = recording(Map.of(WALKS, FAIL, READS, PASS));

        assertThat(recording.changes(Map.of(READS, PASS), List.of(WALKS, READS))).isEmpty();
    }

    @Test
    void anotherReasonWhyNothingCanBeSaidIsNoChange() {
        Recording recording =
                recording(Map.of(READS, Result.observed(Verdict.UNSUPPORTED, "No exits.")));
        Result reworded = Result.observed(Verdict.UNSUPPORTED, "There are no exits.");

        assertThat(recording.changes(Map.of(READS, reworded), List.of(READS))).isEmpty();
    }

    @Test
    void aFindingStaysWithTheViolationThatItExplains() {
        Recording old = recording(Map.of(WALKS, FAIL, READS, FAIL));
        Recording now =
                recording(
                        Map.of(
                                WALKS, Result.observed(Verdict.FAIL, "x5 is 0x2."),
                                READS, Result.observed(Verdict.FAIL, "x7 is lost.")));

        assertThat(now.explainedBy(old).results())
                .containsEntry(WALKS, FAIL)
                .containsEntry(READS, new Result(Verdict.FAIL, "x7 is lost.", ""));
    }

    private List<String> problems(String text) throws IOException {
        Path file = file(text);
        BadRecording bad = catchThrowableOfType(BadRecording.class, () -> RecordingFile.read(file));
        assertThat(bad)
                .hasMessage("The recorded results in '%s' are not well formed.".formatted(file));
        return bad.problems();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("record.yaml"), text);
    }

    private static Recording recording(Map<Place, Result> results) {
        return new Recording("linux", "7.3", new TreeMap<>(results));
    }
}
