package probity.linux.agent;

/** The agent understood a request and does not serve it; it goes on with the next. */
public final class AgentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;
    private final long detail;

    AgentRefused(String request, Refusal refusal, long detail) {
        super("The agent refused %s: %s (0x%x).".formatted(request, refusal, detail));
        this.refusal = refusal;
        this.detail = detail;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** The address, worker, size or number that the refusal is about. */
    public long detail() {
        return detail;
    }
}
