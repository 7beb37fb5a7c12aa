package probity.spi;

/** The structure in which a handler gets its registers; the same at both sides (SYM-01). */
public enum SetKind {
    /** {@code ftrace_regs} that holds the light set only. */
    LIGHT,
    /** The full {@code pt_regs}, or {@code ftrace_regs} that embeds one (PTR-16). */
    FULL,
    /** The {@code pt_regs} pointer of a BPF program, whatever stands behind it. */
    CONTEXT
}
