package probity.linux.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was seen of a finding on one kernel, as a text for {@code docs/findings}. */
final class Evidence {
    private static final Path DIRECTORY = Path.of("target", "findings");
    private static final Path COMMITTED = Path.of("..", "..", "docs", "findings");

    private final String finding;
    private final String release;
    private final List<String> lines = new ArrayList<>();

    /**
     * Of a finding on a kernel that is named, or that somebody has looked into: the archive moves
     * on, and a new kernel may have put it right.
     */
    Evidence(String finding, String release) {
        this.finding = finding;
        this.release = release;
        assumeTrue(
                Scene.isNamed() || Files.exists(COMMITTED.resolve(fileName())),
                "Nobody has looked for it on " + release + ": name the kernel to do so.");
        say("Finding   %s", finding);
        say("Kernel    %s", release);
        say("Machine   QEMU virt, one CPU, nokaslr randomize_kstack_offset=off");
        say("Each run was made twice.");
    }

    /** A line. */
    void say(String line, Object... arguments) {
        lines.add(line.formatted(arguments).stripTrailing());
    }

    /** A line with something new below it. */
    void part(String line, Object... arguments) {
        lines.add("");
        say(line, arguments);
    }

    /** Writes it to {@code target/findings}. */
    void write() throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.write(DIRECTORY.resolve(fileName()), lines);
    }

    private String fileName() {
        return "%s-%s.txt".formatted(finding, release);
    }
}
