package probity.linux.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A directory of the user for what was downloaded and unpacked; several runs share it.
 *
 * @param directory which may not exist yet
 */
public record Cache(Path directory) {
    private static final long STEP_MILLIS = 100;
    private static final String FRESH = ".new";

    /** More than a download may take. */
    private static final Duration LEFT = Duration.ofDays(1);

    /** The user's, by the XDG base directory specification. */
    public static Cache ofUser(Map<String, String> environment, String home) {
        String base = environment.getOrDefault("XDG_CACHE_HOME", "");
        return new Cache(
                (base.isEmpty() ? Path.of(home, ".cache") : Path.of(base)).resolve("probity"));
    }

    /** A directory in it, made if need be. */
    public Path resolve(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    /** What fills a new directory. */
    interface Filling {
        void fill(Path directory) throws Exception;
    }

    /**
     * An entry that exists whole or not at all, since somebody may interrupt the run that makes it.
     */
    Path entry(String kind, String name, Filling filling) throws Exception {
        Path entry = resolve(kind).resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        deleteLeft(resolve(kind));
        Path fresh = Files.createTempDirectory(resolve(kind), FRESH);
        try {
            filling.fill(fresh);
            Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException raced) {
            if (!Files.isDirectory(entry)) {
                throw raced;
            }
        } finally {
            delete(fresh);
        }
        return entry;
    }

    /** Deletes what runs that were killed have left half filled. */
    private static void deleteLeft(Path directory) throws IOException {
        Instant limit = Instant.now().minus(LEFT);
        List<Path> halves;
        try (Stream<Path> entries = Files.list(directory)) {
            halves =
                    entries.filter(entry -> entry.getFileName().toString().startsWith(FRESH))
                            .toList();
        }
        for (Path half : halves) {
            if (Files.getLastModifiedTime(half).toInstant().isBefore(limit)) {
                delete(half);
            }
        }
    }

    /** Holds a directory alone among all runs, until it is closed. */
    static Lock lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock held = null;
            while (held == null) {
                held = tried(channel);
            }
            return new Lock(channel);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.lock();
        } catch (OverlappingFileLockException otherThread) {
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the cache", interrupted);
            }
            return null;
        }
    }

    /** What is held until it is closed. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Deletes a directory with all that is in it. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
