package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.Diagnostic;
import probity.spi.Ending;

class WatchTest {
    private static final String HUNG = "INFO: task init:130 blocked for more than 1 seconds.";
    private static final String LOCKUP =
            "watchdog: BUG: soft lockup - CPU#0 stuck for 3s! [init:1]";

    @TempDir Path temporary;
    private Path log;
    private Watch watch;

    @BeforeEach
    void open() throws Exception {
        log = Files.writeString(temporary.resolve("console.log"), "WARNING: of an earlier plan\n");
        watch = new Watch(new Console(log), () -> List.of("worker 0: getpid() = 1"));
    }

    @Test
    void aStallOfAGuestThatGoesOnIsTold() throws Exception {
        kernel(HUNG);

        Mishap mishap = watch.complaint().orElseThrow();

        assertThat(mishap.ending()).isEqualTo(Ending.LOST);
        assertThat(mishap.sentence()).isEqualTo("The kernel makes no progress: " + HUNG);
    }

    @Test
    void aGuestThatFallsSilentInAStallSaysBoth() throws Exception {
        kernel(LOCKUP);

        Mishap mishap = watch.of(silent());

        assertThat(mishap.ending()).isEqualTo(Ending.LOST);
        assertThat(mishap.sentence())
                .isEqualTo("The kernel makes no progress: " + LOCKUP + ". Then: It is silent.");
    }

    @Test
    void whatTheKernelIsBlamedForOutweighsAStall() throws Exception {
        kernel(LOCKUP);
        kernel("WARNING: CPU: 0 PID: 1 at x.c:1");

        Mishap mishap = watch.of(silent());

        assertThat(mishap.ending()).isEqualTo(Ending.TRAP);
        assertThat(mishap.sentence())
                .isEqualTo(
                        "The kernel complained: WARNING: CPU: 0 PID: 1 at x.c:1. Then: It is"
                                + " silent.");
    }

    @Test
    void aSilentGuestMayHaveSaidNothing() {
        assertThat(watch.of(silent()).sentence()).isEqualTo("It is silent.");
    }

    private void kernel(String line) throws Exception {
        Files.writeString(log, "[    9.852407] " + line + "\n", StandardOpenOption.APPEND);
    }

    private static GuestLost silent() {
        return new GuestLost(
                Fate.SILENT,
                new Diagnostic("silent", "It is silent.", List.of(), ""),
                List.of(),
                List.of());
    }
}
