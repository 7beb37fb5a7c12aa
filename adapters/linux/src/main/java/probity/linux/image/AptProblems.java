package probity.linux.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import probity.spi.Diagnostic;

/** What can be wrong with apt, the network or the archive. */
final class AptProblems {
    private static final String OTHERWISE =
            "Or download a kernel package yourself, and give linux:<file.deb>.";

    private AptProblems() {}

    static Diagnostic missing() {
        return problem(
                "apt-missing",
                "There is no apt to download a kernel with.",
                List.of(),
                "linux:debian/ needs a machine with Debian's or Ubuntu's apt. " + OTHERWISE);
    }

    static Diagnostic noMirror() {
        return problem(
                "apt-no-mirror",
                "This machine's apt has no mirror of Debian's archive among its sources.",
                List.of(),
                "Add one that ends in /debian to the sources, and run apt-get update. "
                        + OTHERWISE);
    }

    static Diagnostic noSuchSuite(String suite, String mirror, List<String> lines) {
        return problem(
                "apt-no-suite",
                "There is no suite '%s' at %s.".formatted(suite, mirror),
                lines,
                "Suites are bookworm (6.1), trixie (6.12), trixie-backports (6.16 and later) and"
                        + " sid (the newest).");
    }

    static Diagnostic noLists(String suite, String mirror, List<String> lines) {
        return problem(
                "apt-no-lists",
                "The package lists of '%s' cannot be fetched from %s.".formatted(suite, mirror),
                lines,
                "Is there a network? With a warm cache none is needed. " + OTHERWISE);
    }

    static Diagnostic noPackage(
            String suite, Optional<String> pattern, List<KernelPackage> others) {
        return problem(
                "apt-no-package",
                "No kernel package of '%s' for arm64 matches '%s'."
                        .formatted(suite, pattern.orElse("linux-*-cloud-arm64")),
                others.isEmpty()
                        ? List.of("It has no kernel packages at all.")
                        : List.of(
                                "It has %s."
                                        .formatted(
                                                others.stream()
                                                        .map(KernelPackage::name)
                                                        .sorted()
                                                        .distinct()
                                                        .collect(Collectors.joining(", ")))),
                "Old versions vanish from the archive: a pattern such as linux-*-6.12*-cloud-arm64"
                        + " goes on matching.");
    }

    static Diagnostic notDownloaded(KernelPackage kernel, List<String> lines) {
        return problem(
                "apt-download",
                "%s cannot be downloaded.".formatted(kernel),
                lines,
                "Is there a network? " + OTHERWISE);
    }

    static Diagnostic failed(String what, List<String> lines) {
        return problem("apt-failed", "apt failed at %s.".formatted(what), lines, OTHERWISE);
    }

    private static Diagnostic problem(
            String code, String message, List<String> causes, String hint) {
        return new Diagnostic(code, message, causes, hint);
    }
}
