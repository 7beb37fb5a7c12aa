package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardTest {
    @Test
    void whenThePipeEndsTheProcessAndItsFilesGo() throws Exception {
        GuestDirectory directory = GuestDirectory.create(Optional.empty());
        Process process = sleeping();

        Guard.over(process, directory).close();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
        assertThat(directory.path()).doesNotExist();
    }

    /** The id may be somebody else's by then; here it still is the process's own. */
    @Test
    void aProcessThatIsSaidToHaveEndedIsNotKilled() throws Exception {
        GuestDirectory directory = GuestDirectory.create(Optional.empty());
        Process process = sleeping();
        Guard guard = Guard.over(process, directory);

        guard.released();
        guard.close();

        assertThat(process.isAlive()).isTrue();
        assertThat(directory.path()).doesNotExist();
        process.destroyForcibly().waitFor();
    }

    private static Process sleeping() throws Exception {
        return new ProcessBuilder("sleep", "600").start();
    }
}
