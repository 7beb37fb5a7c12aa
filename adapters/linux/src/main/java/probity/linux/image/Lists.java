package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a suite between runs: when its package lists were fetched, and what was
 * selected from them, since asking apt takes seconds.
 */
final class Lists {
    /** A suite gets new kernels a few times a month. */
    private static final Duration FRESH = Duration.ofHours(24);

    private final Path stamp;
    private final Path selected;

    /**
     * What is remembered in a directory.
     *
     * @param pattern what was asked for
     */
    Lists(Path directory, Optional<String> pattern) {
        this.stamp = directory.resolve("fetched");
        this.selected =
                directory.resolve("selected-" + Digest.sha256(pattern.orElse("").getBytes()));
    }

    /** When they were fetched; empty if they never were. */
    Optional<Instant> fetched() throws IOException {
        return Files.exists(stamp)
                ? Optional.of(Files.getLastModifiedTime(stamp).toInstant())
                : Optional.empty();
    }

    boolean areFresh(Instant now) throws IOException {
        return fetched().filter(then -> then.plus(FRESH).isAfter(now)).isPresent();
    }

    void fetchedAt(Instant now) throws IOException {
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, FileTime.from(now));
    }

    /** What was selected from these lists, and not from older ones. */
    Optional<KernelPackage> selection() throws IOException {
        if (!Files.exists(selected) || fetched().isEmpty()) {
            return Optional.empty();
        }
        Instant then = Files.getLastModifiedTime(selected).toInstant();
        List<String> lines = Files.readAllLines(selected);
        return then.isBefore(fetched().get())
                ? Optional.empty()
                : KernelPackage.parse(lines).stream().findFirst();
    }

    void select(KernelPackage kernel, Instant now) throws IOException {
        Files.writeString(
                selected, "Package: %s\nVersion: %s\n".formatted(kernel.name(), kernel.version()));
        Files.setLastModifiedTime(selected, FileTime.from(now));
    }
}
