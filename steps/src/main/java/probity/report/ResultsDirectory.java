package probity.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The directory that holds what the last run found. A run clears it of earlier results when it
 * starts; what is committed there stays, and so does what other tests of the same virtual machine
 * published beside the run.
 */
public final class ResultsDirectory {
    /** The property that names the directory, as Allure's own tools call it. */
    public static final String PROPERTY = "allure.results.directory";

    /** The folder of what may be kept as recorded results. */
    public static final String RECORDED = "recorded";

    private static final Set<String> COMMITTED = Set.of("README.md", ".gitignore");

    /** Written by this process. Outlives a run on purpose: a process is what a run belongs to. */
    private static final Set<Path> PUBLISHED = ConcurrentHashMap.newKeySet();

    private final Path path;

    /** The directory of this build: that of the property {@value #PROPERTY}. */
    public static ResultsDirectory standard() {
        return new ResultsDirectory(Path.of(System.getProperty(PROPERTY, "allure-results")));
    }

    /** Names a directory; it need not exist yet. */
    public ResultsDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    /** Makes the directory, and deletes what an earlier run left. */
    public void clear() {
        try {
            Files.createDirectories(path);
            if (Files.isDirectory(path.resolve(RECORDED))) {
                clear(path.resolve(RECORDED));
            }
            clear(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + path, e);
        }
    }

    private static void clear(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!COMMITTED.contains(file.getFileName().toString())
                        && !PUBLISHED.contains(file)) {
                    delete(file);
                }
            }
        }
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException e) {
            // Somebody else's, or random cases, which outlive the run.
        }
    }

    /** Writes a file of the run. */
    public void write(String name, String text) {
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path.resolve(name), e);
        }
    }

    /** Writes a file that a run of the same process does not clear away. */
    public void publish(String name, String text) {
        keep(name);
        write(name, text);
    }

    /** Says that a file is published, whoever writes it. */
    public void keep(String name) {
        PUBLISHED.add(path.resolve(name));
    }
}
