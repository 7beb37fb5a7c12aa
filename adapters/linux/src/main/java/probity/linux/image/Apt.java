package probity.linux.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.image.Command.Outcome;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** apt for one suite, in a directory of its own. */
final class Apt {
    private final Command command;
    private final Path directory;
    private final String suite;
    private final String mirror;
    private final Map<String, String> environment;

    private Apt(Command command, Path directory, String suite, String mirror, Path configuration) {
        this.command = command;
        this.directory = directory;
        this.suite = suite;
        this.mirror = mirror;
        this.environment = Map.of("APT_CONFIG", configuration.toString());
    }

    /** Configures apt for a suite, with the mirror and the proxy that the machine uses. */
    static Apt of(Command command, Path directory, String suite)
            throws IOException, CandidateUnavailable {
        String mirror =
                Mirror.among(
                                started(
                                                command,
                                                "looking for the mirror",
                                                directory,
                                                Map.of(),
                                                Mirror.QUESTION)
                                        .lines())
                        .orElseThrow(() -> new CandidateUnavailable(AptProblems.noMirror()));
        List<String> acquire =
                started(
                                command,
                                "reading the configuration",
                                directory,
                                Map.of(),
                                List.of("apt-config", "dump", "Acquire"))
                        .lines();
        Path configuration = AptConfiguration.write(directory, acquire, mirror, suite);
        return new Apt(command, directory, suite, mirror, configuration);
    }

    /** Fetches the lists of packages; what was wrong, if that does not work. */
    Optional<Diagnostic> update() throws IOException, CandidateUnavailable {
        Outcome outcome =
                run("fetching the package lists of " + suite, List.of("apt-get", "-q", "update"));
        if (outcome.succeeded()) {
            return Optional.empty();
        }
        List<String> complaints =
                outcome.lines().stream()
                        .filter(line -> line.startsWith("E:") || line.startsWith("W:"))
                        .limit(5)
                        .toList();
        boolean unknown =
                outcome.lines().stream()
                        .anyMatch(line -> line.contains("404") || line.contains("does not have a"));
        boolean network =
                outcome.lines().stream()
                        .anyMatch(
                                line ->
                                        line.contains("Could not connect")
                                                || line.contains("Temporary failure")
                                                || line.contains("Could not resolve"));
        return Optional.of(
                unknown && !network
                        ? AptProblems.noSuchSuite(suite, mirror, complaints)
                        : AptProblems.noLists(suite, mirror, complaints));
    }

    /** The names of all packages that may have to do with the kernel. */
    List<String> names() throws IOException, CandidateUnavailable {
        return query("listing packages", List.of("apt-cache", "pkgnames", "linux-"));
    }

    /** The packages of these names, in all versions that the suite has. */
    List<KernelPackage> packages(List<String> names) throws IOException, CandidateUnavailable {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> show = new ArrayList<>(List.of("apt-cache", "show"));
        show.addAll(names);
        // A name that is only mentioned by others makes it fail, but not without showing the rest.
        return KernelPackage.parse(run("reading packages", show).lines());
    }

    /** Downloads packages into a directory. */
    Outcome download(List<String> packages, Path into) throws IOException, CandidateUnavailable {
        List<String> download = new ArrayList<>(List.of("apt-get", "-q", "download"));
        download.addAll(packages);
        return started(
                command,
                "downloading " + String.join(" and ", packages),
                into,
                environment,
                download);
    }

    private List<String> query(String what, List<String> words)
            throws IOException, CandidateUnavailable {
        Outcome outcome = run(what, words);
        if (!outcome.succeeded()) {
            throw new CandidateUnavailable(AptProblems.failed(what, outcome.last(5)));
        }
        return outcome.lines();
    }

    private Outcome run(String what, List<String> words) throws IOException, CandidateUnavailable {
        return started(command, what, directory, environment, words);
    }

    private static Outcome started(
            Command command,
            String what,
            Path directory,
            Map<String, String> environment,
            List<String> words)
            throws IOException, CandidateUnavailable {
        try {
            return command.run(what, directory, environment, words);
        } catch (IOException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            throw new CandidateUnavailable(AptProblems.missing());
        }
    }
}
