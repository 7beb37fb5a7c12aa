package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kit that is ended with a guest running: by Ctrl-C, by kill, and by kill -9. */
@Tag("qemu")
class EndedKitTest {
    private static final long LIMIT_SECONDS = 30;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    void nothingStaysBehind(String signal) throws Exception {
        Process kit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Forsaken.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> words = List.of(announcement(kit).split(" "));
        ProcessHandle qemu = ProcessHandle.of(Long.parseLong(words.get(1))).orElseThrow();
        Path files = Path.of(words.get(2));
        assertThat(files).isDirectory();

        new ProcessBuilder("kill", "-" + signal, Long.toString(kit.pid())).start().waitFor();

        assertThat(kit.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        qemu.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (Files.exists(files) && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(files).doesNotExist();
    }

    private static String announcement(Process kit) throws IOException {
        BufferedReader output = kit.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("guest ")) {
            line = output.readLine();
        }
        return line;
    }
}
