package probity.linux.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of saved guests. Each new kernel, QEMU or option leaves another one, and nobody deletes
 * those that no run asks for any more: so those go that were not used for long, and those beyond a
 * number. A file's time is that of its last use.
 *
 * @param directory where they are
 */
record SavedStates(Path directory) {
    /** Of some 60 MB each; a run of all kernels that the archive has takes six. */
    static final int MOST = 12;

    static final Duration LONG = Duration.ofDays(30);

    /** What another run may have in use, or be writing. */
    static final Duration RECENT = Duration.ofHours(1);

    private static final String SUFFIX = ".state";
    private static final String FRESH = ".new";

    Path of(String key) {
        return directory.resolve(key + SUFFIX);
    }

    /** A file under a name of its own, until it is whole and is moved. */
    Path fresh() throws IOException {
        return Files.createTempFile(directory, FRESH, SUFFIX);
    }

    /** Says that a state is in use. */
    void used(Path state, Instant now) throws IOException {
        Files.setLastModifiedTime(state, FileTime.from(now));
    }

    /** Deletes what is of no use any more, and what runs that were killed have left. */
    void prune(Instant now) throws IOException {
        List<Saved> youngestFirst = all();
        int kept = 0;
        for (Saved saved : youngestFirst) {
            boolean recent = saved.age(now).compareTo(RECENT) < 0;
            boolean whole = !saved.file().getFileName().toString().startsWith(FRESH);
            boolean wanted = whole && kept < MOST && saved.age(now).compareTo(LONG) < 0;
            if (recent || wanted) {
                kept++;
            } else {
                Files.deleteIfExists(saved.file());
            }
        }
    }

    private List<Saved> all() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(SavedStates::saved)
                    .sorted(Comparator.comparing(Saved::used).reversed())
                    .toList();
        }
    }

    private static Stream<Saved> saved(Path file) {
        try {
            return Stream.of(new Saved(file, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException deleted) {
            return Stream.empty(); // another run prunes too
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Saved(Path file, Instant used) {
        Duration age(Instant now) {
            return Duration.between(used, now);
        }
    }
}
