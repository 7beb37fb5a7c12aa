package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A configuration for apt that works in a directory of its own, for arm64, without being root. From
 * the machine's own only that is taken over which says how to reach a mirror: the rest has hooks
 * that clean or announce the machine's packages, which are none of our business.
 */
final class AptConfiguration {
    /** Where Debian's keys lie, by the releases that there are. */
    private static final List<Path> KEYRINGS =
            List.of(
                    Path.of("/usr/share/keyrings/debian-archive-keyring.gpg"),
                    Path.of("/usr/share/keyrings/debian-archive-keyring.pgp"));

    private AptConfiguration() {}

    /**
     * Writes it.
     *
     * @param directory apt's own
     * @param acquire the machine's {@code Acquire} options, as apt-config prints them
     * @return the file, for {@code APT_CONFIG}
     */
    static Path write(Path directory, List<String> acquire, String mirror, String suite)
            throws IOException {
        Files.createDirectories(directory.resolve("state/lists/partial"));
        Files.createDirectories(directory.resolve("cache/archives/partial"));
        Files.writeString(directory.resolve("status"), "");
        Path sources = directory.resolve("sources.list");
        Files.writeString(sources, source(mirror, suite, KEYRINGS.stream()));
        List<String> lines = new ArrayList<>(acquire);
        lines.addAll(
                List.of(
                        set("Dir::State", directory.resolve("state")),
                        set("Dir::State::status", directory.resolve("status")),
                        set("Dir::Cache", directory.resolve("cache")),
                        set("Dir::Etc::sourcelist", sources),
                        set("Dir::Etc::sourceparts", "/dev/null"),
                        set("Dir::Etc::main", "/dev/null"),
                        set("Dir::Etc::parts", "/dev/null"),
                        set("Dir::Etc::preferences", "/dev/null"),
                        set("Dir::Etc::preferencesparts", "/dev/null"),
                        set("APT::Architecture", "arm64"),
                        set("APT::Architectures", "arm64"),
                        // apt would download as a user who cannot read a home directory
                        set("APT::Sandbox::User", "root"),
                        // without it a suite that is not there is only a warning
                        set("APT::Update::Error-Mode", "any"),
                        set("Acquire::Languages", "none"),
                        set("Acquire::Retries", "3")));
        return Files.write(directory.resolve("apt.conf"), lines);
    }

    /** The one line of a list of sources. */
    static String source(String mirror, String suite, Stream<Path> keyrings) {
        String signed =
                keyrings.filter(Files::isReadable)
                        .findFirst()
                        .map(keyring -> " signed-by=" + keyring)
                        .orElse(""); // the keys that apt trusts anyway
        return "deb [arch=arm64%s] %s %s main\n".formatted(signed, mirror, suite);
    }

    private static String set(String option, Object value) {
        return "%s \"%s\";".formatted(option, value);
    }
}
