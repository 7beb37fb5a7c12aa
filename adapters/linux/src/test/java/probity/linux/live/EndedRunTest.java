package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kit that is ended in the middle of a plan: by Ctrl-C, by kill, and by kill -9. */
@Tag("qemu")
@Timeout(120)
class EndedRunTest {
    private static final long LIMIT_SECONDS = 30;

    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    void nothingStaysBehind(String signal) throws Exception {
        Process kit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Unending.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader output = kit.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.equals("running")) {
                line = output.readLine();
            }
            List<QemuProcess> machines = QemuProcess.of(kit.toHandle());
            assertThat(machines)
                    .isNotEmpty()
                    .allSatisfy(machine -> assertThat(machine.directory()).isDirectory());
            List<ProcessHandle> started = kit.descendants().toList();
            assertThat(started).hasSizeGreaterThan(machines.size()); // the guards

            new ProcessBuilder("kill", "-" + signal, Long.toString(kit.pid())).start().waitFor();

            assertThat(kit.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            for (ProcessHandle process : started) {
                process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        }
        try (var left = Files.list(temporary)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("probity"))
                    .isEmpty();
        }
    }
}
