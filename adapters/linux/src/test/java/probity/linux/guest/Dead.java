package probity.linux.guest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import probity.linux.agent.Agent;
import probity.linux.agent.AgentLost;
import probity.linux.agent.SystemCall;

/** A QEMU that has ended. */
record Dead(Console console) implements Remains {
    /** What comes of a call over its line. */
    static AgentLost agentGone() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.sink().close();
        try (Agent agent = new Agent(new OneWay(pipe), Duration.ofMinutes(1))) {
            return catchThrowableOfType(
                    AgentLost.class, () -> agent.call(Agent.MAIN, SystemCall.GETPID));
        }
    }

    @Override
    public boolean isAlive() {
        return false;
    }

    @Override
    public int status() {
        return 137;
    }

    @Override
    public List<String> messages() {
        return List.of();
    }

    @Override
    public void awaitEnd(Duration limit) {}
}
