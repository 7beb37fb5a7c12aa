package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logs of consoles; each file of the folder is a case. Its first line says what becomes of a call
 * if the guest is gone by then, and if it goes on.
 */
class ConsoleCorpusTest {
    private static final Path FOLDER = Path.of("src/test/resources/probity/linux/guest/consoles");

    @TempDir Path temporary;

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAConsoleSaysDecides(String file) throws Exception {
        byte[] content = Files.readAllBytes(FOLDER.resolve(file));
        int header = new String(content, "ISO-8859-1").indexOf('\n');
        Path log = temporary.resolve("console.log");
        Console console = new Console(log);
        Watch watch = new Watch(console, () -> List.of("worker 0: write() = ?"));

        Files.write(log, Arrays.copyOfRange(content, header + 1, content.length));

        GuestLost lost = new Autopsy(new Dead(console)).of(Dead.agentGone(), List.of("none"));
        String status =
                "gone: %s, alive: %s"
                        .formatted(
                                watch.of(lost).ending(),
                                watch.complaint().map(m -> m.ending().name()).orElse("none"));
        assertThat(status).isEqualTo(new String(content, 0, header, "UTF-8"));
    }
}
