package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutopsyTest {
    @TempDir Path temporary;

    /** It switches the machine off, so the lines that nobody opened end, too. */
    @Test
    void anAgentWithoutALineSaysWhatItNeeds() throws Exception {
        Console console =
                new Console(
                        Files.writeString(
                                temporary.resolve("console.log"),
                                """
                                probity: the agent found no line to the host
                                [    0.792789] reboot: Power down
                                """));

        GuestLost lost = new Autopsy(new Dead(console)).ofStart(Dead.agentGone());

        assertThat(lost.fate()).isEqualTo(Fate.ENDED);
        assertThat(lost.diagnostic().code()).isEqualTo("guest-no-line");
        assertThat(lost.diagnostic().hint())
                .contains("CONFIG_VIRTIO_CONSOLE=y", "CONFIG_SERIAL_8250_PCI=y");
    }
}
