package probity.linux.image;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.spi.CandidateUnavailable;

/** What stands behind {@code linux:} in an address. */
sealed interface KernelSource {
    /** The forms that there are, for messages. */
    String FORMS =
            "Write linux:<path to Image>, linux:<file.deb>, or linux:debian/<suite>[/<package>],"
                    + " where a package is a name or a pattern with * and ?.";

    /** A kernel in a file, perhaps compressed. */
    record ImageFile(Path path) implements KernelSource {}

    /** A Debian package in a file. */
    record PackageFile(Path path) implements KernelSource {}

    /**
     * The newest package of a suite.
     *
     * @param suite its name or code name, such as {@code trixie-backports}
     * @param pattern what the package's name has to match
     */
    record Suite(String suite, Optional<String> pattern) implements KernelSource {}

    /** A word of an archive, and nothing that would lead out of a directory or an option. */
    Pattern DEBIAN = Pattern.compile("debian/([a-z][a-z0-9.-]*)(?:/([A-Za-z0-9.+*?-]+))?");

    /** Reads an address; what begins with {@code debian/} means the archive. */
    static KernelSource parse(String rest) throws CandidateUnavailable {
        if (rest.isBlank()) {
            throw new CandidateUnavailable(ImageProblems.nothingGiven());
        }
        if (rest.startsWith("debian/")) {
            Matcher address = DEBIAN.matcher(rest);
            if (!address.matches()) {
                throw new CandidateUnavailable(ImageProblems.badSuite(rest));
            }
            return new Suite(address.group(1), Optional.ofNullable(address.group(2)));
        }
        try {
            Path path = Path.of(rest).toAbsolutePath();
            return rest.endsWith(".deb") ? new PackageFile(path) : new ImageFile(path);
        } catch (InvalidPathException impossible) {
            throw new CandidateUnavailable(ImageProblems.missing(rest, impossible.getReason()));
        }
    }
}
