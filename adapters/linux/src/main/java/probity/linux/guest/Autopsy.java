package probity.linux.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.linux.agent.AgentLost;
import probity.linux.guest.Trouble.Kind;
import probity.spi.Diagnostic;

/** Finds out how a guest was lost. */
final class Autopsy {
    /** A line ends some milliseconds before QEMU does. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(10);

    private static final Set<String> LINE_ENDED = Set.of("agent-gone", "agent-line");

    private static final Set<Kind> FATAL = EnumSet.of(Kind.PANIC, Kind.OOPS, Kind.INIT_ENDED);

    /** What the agent prints when it has found neither of its lines, and ends the machine. */
    private static final String NO_LINE = "probity: the agent found no line to the host";

    /** When a guest was lost that never answered. */
    static final String START = "before the guest was ready";

    private final Remains machine;

    Autopsy(Remains machine) {
        this.machine = machine;
    }

    /** Of a guest that was at work. */
    GuestLost of(AgentLost lost, List<String> calls) {
        return of("at work", lost.diagnostic(), calls);
    }

    /** Of one that ended before its agent answered. */
    GuestLost ofStart(AgentLost lost) {
        return of(START, lost.diagnostic(), List.of());
    }

    /** Of one that took too long to start. */
    GuestLost notReady(Duration limit) {
        Optional<Trouble> crash = crash();
        return crash.isPresent()
                ? crashed(START, crash.get(), List.of())
                : lost(
                        Fate.SILENT,
                        GuestProblems.notReady(limit, machine.console().text().isBlank()),
                        List.of());
    }

    /** Whether the machine was ended by an agent that can talk to nobody. */
    boolean foundNoLine() {
        return !machine.isAlive() && machine.console().text().contains(NO_LINE);
    }

    GuestLost noLine() {
        return lost(Fate.ENDED, GuestProblems.noLine(), List.of());
    }

    GuestLost interrupted() {
        return lost(
                Fate.INTERRUPTED,
                new Diagnostic(
                        "guest-interrupted",
                        "The kit was interrupted while it waited for the guest.",
                        List.of(),
                        ""),
                List.of());
    }

    /** Of one that QEMU does not restore. */
    GuestLost notRestored(IOException why) {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        machine.awaitEnd(LAST_BREATH);
        return lost(
                Fate.ENDED,
                GuestProblems.notRestored(String.valueOf(why.getMessage()), machine.messages()),
                List.of());
    }

    private GuestLost of(String when, Diagnostic why, List<String> calls) {
        boolean lineEnded = LINE_ENDED.contains(why.code());
        if (lineEnded) {
            machine.awaitEnd(LAST_BREATH);
        }
        Optional<Trouble> crash = crash();
        if (crash.isPresent()) {
            return crashed(when, crash.get(), calls);
        }
        if (why.code().equals("agent-interrupted") || Thread.currentThread().isInterrupted()) {
            return lost(Fate.INTERRUPTED, why, calls);
        }
        if (lineEnded && foundNoLine()) {
            return noLine();
        }
        if (lineEnded && !machine.isAlive()) {
            return lost(
                    Fate.ENDED,
                    GuestProblems.ended(when, machine.status(), machine.messages()),
                    calls);
        }
        return lost(why.code().equals("agent-silent") ? Fate.SILENT : Fate.GARBAGE, why, calls);
    }

    private GuestLost crashed(String when, Trouble crash, List<String> calls) {
        return crash.kind() == Kind.INIT_ENDED
                ? lost(Fate.AGENT_DIED, GuestProblems.agentDied(when, crash), calls)
                : lost(Fate.CRASHED, GuestProblems.crashed(when, crash), calls);
    }

    /** The first thing that ended the kernel: an oops says more than the panic that follows. */
    private Optional<Trouble> crash() {
        return machine.console().troubles().stream()
                .filter(trouble -> FATAL.contains(trouble.kind()))
                .findFirst();
    }

    private GuestLost lost(Fate fate, Diagnostic why, List<String> calls) {
        return new GuestLost(fate, why, machine.console().tail(), calls);
    }
}
