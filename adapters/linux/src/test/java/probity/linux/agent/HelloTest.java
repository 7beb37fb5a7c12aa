package probity.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import probity.spi.Bytes;

class HelloTest {
    /** What an agent of a version says, whose tracefs could not be mounted for some reason. */
    static byte[] payload(int version, int tracefs) {
        ByteBuffer bytes = FakeAgent.bytes(56).putInt(version).putInt(4096);
        bytes.putLong(0x450000).putLong(1 << 20).putInt(15).putInt(6);
        return bytes.putInt(32 + 4 * Mount.TRACEFS.ordinal(), -tracefs).array();
    }

    @Test
    void itTellsWhatAnAgentHas() {
        Hello hello = Hello.parse(Bytes.of(payload(1, 19)));

        assertThat(hello.pageSize()).isEqualTo(4096);
        assertThat(hello.buffer()).isEqualTo(0x450000);
        assertThat(hello.bufferSize()).isEqualTo(1 << 20);
        assertThat(hello.workers()).isEqualTo(15);
        assertThat(hello.mounts())
                .hasSize(6)
                .containsEntry(Mount.TRACEFS, 19)
                .containsEntry(Mount.BPF, 0);
    }

    @Test
    void everyWorkerHasItsShareOfTheBuffer() {
        Hello hello = Hello.parse(Bytes.of(payload(1, 0)));

        assertThat(hello.share(0)).isEqualTo(new Hello.Region(0x450000, 1 << 16));
        assertThat(hello.share(15)).isEqualTo(new Hello.Region(0x540000, 1 << 16));
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> Hello.parse(Bytes.of(payload(2, 0))))
                .isInstanceOf(AgentLost.class)
                .hasMessage(
                        "The agent speaks version 2 of the protocol, the kit version 1."
                                + " [agent-version]\n  Hint: Rebuild the initramfs:"
                                + " adapters/linux/build-agent.sh.");
    }

    @Test
    void anotherSizeIsRefused() {
        byte[] payload = payload(1, 0);

        assertThatThrownBy(() -> Hello.parse(Bytes.of(Arrays.copyOf(payload, 52))))
                .hasMessageContaining("a payload of 52 bytes");
        assertThatThrownBy(() -> Hello.parse(Bytes.none())).hasMessageContaining("version 0");
    }

    /** Both sides list the same, in the same order. */
    @Test
    void mountsRefusalsAndVersionAreThoseOfTheSource() throws Exception {
        String agent = Files.readString(Path.of("src/main/agent/agent.c"));
        String wire = Files.readString(Path.of("src/main/agent/wire.h"));

        assertThat(
                        Pattern.compile("\\{\"\\w+\", \"(/[^\"]*)\"\\}")
                                .matcher(agent)
                                .results()
                                .map(found -> found.group(1)))
                .containsExactlyElementsOf(Stream.of(Mount.values()).map(Mount::path).toList());
        assertThat(
                        Pattern.compile("\t([A-Z_]+) = (\\d+), +/\\*")
                                .matcher(wire)
                                .results()
                                .map(
                                        found -> {
                                            Refusal refusal = Refusal.valueOf(found.group(1));
                                            assertThat(Refusal.of(Integer.parseInt(found.group(2))))
                                                    .contains(refusal);
                                            return refusal;
                                        }))
                .containsExactly(Refusal.values());
        assertThat(wire).contains("#define VERSION %d\n".formatted(Hello.VERSION));
    }
}
