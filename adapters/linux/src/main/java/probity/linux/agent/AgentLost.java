package probity.linux.agent;

import probity.spi.Diagnostic;

/** The agent does not answer any more, or not as an agent does. */
public final class AgentLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    AgentLost(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
    }

    /** What is wrong. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
