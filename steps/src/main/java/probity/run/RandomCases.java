package probity.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where random cases come from and go to.
 *
 * @param repeated the file of a case that is to be repeated
 * @param wanted how many each property tries, if the user says so
 * @param folder where cases that fail are kept; empty for runs that write nothing
 */
record RandomCases(Optional<Path> repeated, OptionalInt wanted, Optional<Path> folder) {
    /**
     * The folder beside the results of a run. It is one of its own because the run that repeats a
     * case begins with clearing the results.
     */
    static final String FOLDER = "cases";

    /** Nothing to be repeated, nothing kept. */
    static final RandomCases NONE =
            new RandomCases(Optional.empty(), OptionalInt.empty(), Optional.empty());

    /** Writes a case, and says where; relative to where the run was started, if it lies there. */
    Optional<Path> keep(String name, String text) {
        return folder.map(
                where -> {
                    try {
                        Files.createDirectories(where);
                        Path file = Files.writeString(where.resolve(name), text);
                        Path here = Path.of("").toAbsolutePath();
                        Path full = file.toAbsolutePath().normalize();
                        return full.startsWith(here) ? here.relativize(full) : full;
                    } catch (IOException e) {
                        throw new UncheckedIOException("Cannot write " + name, e);
                    }
                });
    }
}
