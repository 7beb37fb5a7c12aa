package probity.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agent must not send; each file of the folder is a case. */
@Timeout(60)
class BrokenStreamTest {
    private static final Path FOLDER = Path.of("src/test/resources/probity/linux/agent/streams");

    /** Short, since silence takes it; what is sent comes at once. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAnAgentSendsIsHeldAgainstIt(String file) throws IOException {
        StreamFile stream = StreamFile.read(FOLDER.resolve(file));
        FakeAgent[] fake = new FakeAgent[1];
        fake[0] =
                new FakeAgent(
                        request -> {
                            if (request.sequence() == 1) {
                                stream.sendBy(fake[0]);
                            }
                        });
        try (Agent agent = new Agent(fake[0], SILENCE)) {
            for (String outcome : stream.outcomes()) {
                assertThat(outcome(agent)).isEqualTo(outcome);
            }
        }
    }

    private static String outcome(Agent agent) {
        try {
            return Long.toString(agent.call(Agent.MAIN, SystemCall.GETPID));
        } catch (AgentLost lost) {
            return lost.diagnostic().code();
        }
    }
}
