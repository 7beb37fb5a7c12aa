package probity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RunRecordTest {
    private static final Instant START = Instant.parse("2023-08-16T09:00:00Z");

    @TempDir Path directory;

    @Test
    void aRecordOfThisRunIsFound() throws IOException {
        Path file = record(START.plusSeconds(1));

        assertThat(new RunRecord(file, START, false).written()).isEqualTo(file);
        assertThat(new RunRecord(file, START, true).written()).isEqualTo(file);
    }

    @Test
    void allTestsWithoutARecordFail() {
        Path file = directory.resolve("record.json");

        assertThatThrownBy(() -> new RunRecord(file, START, false).written())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "All tests were run, but there is no record of a run: %s was not written.",
                        file);
    }

    @Test
    void aRecordOfAnEarlierRunIsNone() throws IOException {
        Path file = record(START.minus(Duration.ofDays(1)));

        assertThatThrownBy(() -> new RunRecord(file, START, false).written())
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("%s was left by an earlier run.", file);
    }

    @Test
    void selectedTestsWithoutARecordAreUntested() {
        Path file = directory.resolve("record.json");

        assertThatThrownBy(() -> new RunRecord(file, START, true).written())
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(
                        "UNTESTED: among the selected tests is none that judges; %s was not"
                                + " written.",
                        file);
    }

    private Path record(Instant written) throws IOException {
        Path file = Files.writeString(directory.resolve("record.json"), "{}");
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
