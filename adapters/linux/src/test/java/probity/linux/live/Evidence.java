package probity.linux.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was seen of a finding on one kernel, as a text for {@code docs/findings}. */
final class Evidence {
    private static final Path DIRECTORY = Path.of("target", "findings");

    private final String finding;
    private final String release;
    private final List<String> lines = new ArrayList<>();

    Evidence(String finding, String release) {
        this.finding = finding;
        this.release = release;
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
        Files.write(DIRECTORY.resolve("%s-%s.txt".formatted(finding, release)), lines);
    }
}
