package probity.linux.guest;

import java.util.List;
import probity.spi.Diagnostic;

/**
 * A guest that is of no use any more, with what can be known of the reason. Its message has the
 * last lines of the console and the last system calls.
 */
public final class GuestLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final Fate fate;
    private final transient Diagnostic diagnostic;
    private final transient List<String> console;
    private final transient List<String> calls;

    GuestLost(Fate fate, Diagnostic diagnostic, List<String> console, List<String> calls) {
        super(text(diagnostic, console, calls));
        this.fate = fate;
        this.diagnostic = diagnostic;
        this.console = List.copyOf(console);
        this.calls = List.copyOf(calls);
    }

    /** How it was lost. */
    public Fate fate() {
        return fate;
    }

    /** Why. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The last lines of its console. */
    public List<String> console() {
        return console;
    }

    /** The last system calls, the oldest first. */
    public List<String> calls() {
        return calls;
    }

    private static String text(Diagnostic diagnostic, List<String> console, List<String> calls) {
        return diagnostic
                + section("The last lines of the console:", console)
                + section("The last system calls:", calls);
    }

    private static String section(String title, List<String> lines) {
        List<String> shown = lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
        return shown.isEmpty() ? "" : "\n" + title + "\n  " + String.join("\n  ", shown);
    }
}
