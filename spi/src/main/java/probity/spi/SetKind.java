package probity.spi;

/** The structure in which a handler gets its registers. */
public enum SetKind {
    /** {@code ftrace_regs} that holds the light set only. */
    LIGHT,
    /** The full {@code pt_regs}, or {@code ftrace_regs} that embeds one. */
    FULL,
    /** The {@code pt_regs} pointer of a BPF program, whatever stands behind it. */
    CONTEXT
}
