package probity.linux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers here are those in the agent's source. */
class AgentSourceTest {
    private static final Path WIRE = Path.of("src/main/agent/wire.h");

    @Test
    void theOpcodesAreTheAgents() throws Exception {
        assertThat(
                        Pattern.compile("OP_([A-Z]+) = (\\w+),")
                                .matcher(Files.readString(WIRE))
                                .results()
                                .map(AgentSourceTest::opcode))
                .containsExactly(Opcode.values());
    }

    @Test
    void theLimitsAreTheAgents() throws Exception {
        assertThat(Files.readString(WIRE))
                .contains("#define MAGIC 0x%x ".formatted(Wire.MAGIC))
                .contains("#define MOST_PAYLOAD %du\n".formatted(Frame.MOST_PAYLOAD))
                .contains("#define ANSWER 0x%x\n".formatted(Wire.ANSWER));
    }

    private static Opcode opcode(MatchResult found) {
        Opcode opcode = Opcode.valueOf(found.group(1));
        assertThat(opcode.number()).isEqualTo(Integer.decode(found.group(2)));
        return opcode;
    }
}
