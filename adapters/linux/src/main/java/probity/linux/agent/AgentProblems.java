package probity.linux.agent;

import java.time.Duration;
import java.util.List;
import probity.linux.wire.Frame;
import probity.spi.Diagnostic;

/** What can go wrong between the kit and its agent. */
final class AgentProblems {
    private AgentProblems() {}

    static Diagnostic foreignVersion(int version) {
        return problem(
                "agent-version",
                "The agent speaks version %d of the protocol, the kit version %d."
                        .formatted(version, Hello.VERSION),
                "Rebuild the initramfs: adapters/linux/build-agent.sh.");
    }

    static Diagnostic badPayload(String what, int size) {
        return problem(
                "agent-payload",
                "The agent answered %s with a payload of %d bytes, which it never has."
                        .formatted(what, size),
                "");
    }

    static Diagnostic ended() {
        return problem("agent-gone", "The line to the agent ended.", "");
    }

    static Diagnostic failed(Exception why) {
        return problem(
                "agent-line",
                "The line to the agent failed: %s.".formatted(String.valueOf(why.getMessage())),
                "");
    }

    static Diagnostic silent(String what, Duration limit) {
        return problem(
                "agent-silent",
                "The agent did not answer %s within %s s.".formatted(what, Seconds.of(limit)),
                "");
    }

    static Diagnostic interrupted(String what) {
        return problem(
                "agent-interrupted",
                "The kit was interrupted while it waited for the answer to %s.".formatted(what),
                "");
    }

    static Diagnostic unexpected(Frame frame) {
        return problem(
                "agent-unexpected",
                "The agent answered %s with sequence number %d, which nobody waits for."
                        .formatted(frame.opcode(), frame.sequence()),
                "");
    }

    static Diagnostic misread(Refusal refusal, long detail) {
        return problem(
                "agent-misread",
                "The agent could not read what the kit sent: %s (0x%x).".formatted(refusal, detail),
                "");
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
