package probity.spi;

/** How far the removal of kretprobe has come; clauses RET-01 to RET-08. */
public enum Stage {
    /** Stage 0: kretprobe on its own trampoline, no return hook on the light set. */
    LEGACY,
    /** Stage 1: the kretprobe trampoline stays, a return hook on ftrace_regs beside it. */
    COEXISTING,
    /** Stage 2: every user is served by the fprobe exit; kretprobe says that it is going. */
    MIGRATED,
    /** Stage 3: kretprobe is gone. */
    REMOVED;

    /** The stage's number, 0–3. */
    public int number() {
        return ordinal();
    }
}
