package probity.linux.guest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import probity.spi.CandidateUnavailable;

/**
 * QEMU as it is installed.
 *
 * @param program where it is
 * @param version the first line that it prints of itself
 */
public record Qemu(Path program, String version) {
    /** Printing a line takes no time; but the machine may be busy. */
    private static final long LIMIT_SECONDS = 60;

    /**
     * Finds a QEMU.
     *
     * @param name a path, or a name on the {@code PATH}
     * @throws CandidateUnavailable if there is none, or what is there is something else
     */
    public static Qemu find(String name) throws CandidateUnavailable {
        return find(name, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    static Qemu find(String name, String searchPath) throws CandidateUnavailable {
        Path program =
                located(name, searchPath)
                        .orElseThrow(() -> new CandidateUnavailable(QemuProblems.missing(name)));
        String version = version(program);
        if (!version.contains("QEMU")) {
            throw new CandidateUnavailable(QemuProblems.notQemu(program, version));
        }
        return new Qemu(program, version);
    }

    private static Optional<Path> located(String name, String searchPath) {
        Stream<String> places =
                name.contains(File.separator)
                        ? Stream.of("")
                        : Stream.of(searchPath.split(File.pathSeparator))
                                .filter(directory -> !directory.isEmpty());
        try {
            return places.map(directory -> Path.of(directory, name))
                    .filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .map(Path::toAbsolutePath);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static String version(Path program) throws CandidateUnavailable {
        try {
            Process process =
                    new ProcessBuilder(List.of(program.toString(), "--version"))
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            // A program that prints for ever is stopped by the limit, one that is silent too.
            process.onExit()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(late -> process.destroyForcibly());
            try (var output = process.getInputStream()) {
                return new String(output.readNBytes(1 << 12), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException refused) {
            throw new CandidateUnavailable(QemuProblems.notStarted(program, refused));
        }
    }
}
