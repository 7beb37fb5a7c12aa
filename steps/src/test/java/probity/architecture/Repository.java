package probity.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out tree that these tests are about. */
final class Repository {
    /** The folders that have a module, or hold some. */
    private static final int DEPTH = 2;

    private Repository() {}

    /** The top of the tree. */
    static Path root() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path root = module.getParent();
        if (!Files.isRegularFile(root.resolve("pom.xml"))
                || !Files.isDirectory(root.resolve("spi"))) {
            throw new IllegalStateException(
                    "These tests run in the module 'steps', but the working directory is "
                            + module
                            + ".");
        }
        return root;
    }

    /** The folders of the modules, relative to the root. */
    static List<String> modules() {
        Path root = root();
        try (Stream<Path> found =
                Files.find(
                        root,
                        DEPTH + 1,
                        (path, attributes) -> path.getFileName().toString().equals("pom.xml"))) {
            return found.map(pom -> root.relativize(pom.getParent()).toString())
                    .filter(module -> !module.isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages {@code probity.<name>} that a module has sources of, by name. */
    static List<String> packages(String module) {
        Path sources = root().resolve(module).resolve("src/main/java/probity");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(sources)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
