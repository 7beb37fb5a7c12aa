package probity.linux.image;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The mirror of Debian's archive that a machine uses. */
final class Mirror {
    /** Asks apt for its sources, whatever the format of the files that they stand in. */
    static final List<String> QUESTION =
            List.of("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages");

    private Mirror() {}

    /** The first among sources whose path ends in {@code debian}, as on all mirrors. */
    static Optional<String> among(List<String> sources) {
        return sources.stream()
                .map(source -> source.strip().replaceAll("/+$", ""))
                .filter(Mirror::isDebian)
                .findFirst();
    }

    private static boolean isDebian(String source) {
        try {
            String path = URI.create(source).getSchemeSpecificPart();
            return source.contains(":") && path.endsWith("/debian");
        } catch (IllegalArgumentException notAnAddress) {
            return false; // a warning between the sources
        }
    }
}
