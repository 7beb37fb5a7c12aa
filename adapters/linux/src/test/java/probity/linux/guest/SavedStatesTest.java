package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedStatesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir Path directory;
    private SavedStates states;

    @BeforeEach
    void make() {
        states = new SavedStates(directory);
    }

    @Test
    void whatNobodyUsedForLongGoes() throws IOException {
        Path old = saved("old", Duration.ofDays(31));
        Path young = saved("young", Duration.ofDays(29));

        states.prune(NOW);

        assertThat(left()).containsExactly(young);
        assertThat(old).doesNotExist();
    }

    @Test
    void whatWasUsedTodayStaysHoweverOldItIs() throws IOException {
        Path old = saved("old", Duration.ofDays(31));

        states.used(old, NOW);
        states.prune(NOW);

        assertThat(left()).containsExactly(old);
    }

    @Test
    void ofTooManyThoseGoThatWereUsedLast() throws IOException {
        for (int i = 0; i < SavedStates.MOST + 3; i++) {
            saved("number" + i, Duration.ofHours(2 + i));
        }

        states.prune(NOW);

        assertThat(left())
                .hasSize(SavedStates.MOST)
                .contains(states.of("number0"))
                .doesNotContain(states.of("number" + SavedStates.MOST));
    }

    /** A run of more kernels than are kept does not take them away from itself. */
    @Test
    void whatIsInUseStaysHoweverManyThereAre() throws IOException {
        for (int i = 0; i < SavedStates.MOST + 3; i++) {
            saved("number" + i, Duration.ofMinutes(i));
        }

        states.prune(NOW);

        assertThat(left()).hasSize(SavedStates.MOST + 3);
    }

    @Test
    void whatAKilledRunLeftGoesAndWhatARunIsWritingStays() throws IOException {
        Path left = states.fresh();
        Path written = states.fresh();
        aged(left, Duration.ofHours(2));
        aged(written, Duration.ofMinutes(2));

        states.prune(NOW);

        assertThat(left()).containsExactly(written);
    }

    @Test
    void whatIsNoStateStays() throws IOException {
        Path other = directory.resolve("README");
        Files.writeString(other, "not ours");
        aged(other, Duration.ofDays(400));

        states.prune(NOW);

        assertThat(left()).containsExactly(other);
    }

    private Path saved(String key, Duration age) throws IOException {
        return aged(Files.writeString(states.of(key), key), age);
    }

    private static Path aged(Path file, Duration age) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private Stream<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        }
    }
}
