package probity.spi;

/** The interfaces through which a function can be hooked. */
public enum ProbeKind {
    /** fprobe: C handlers with the same five arguments at both sides. */
    FPROBE,
    /** A BPF multi-kprobe program, at entry or at return. */
    MULTI,
    /** A BPF multi-kprobe session: one program at both sides, the entry decides on the exit. */
    SESSION,
    /** kprobe: a software breakpoint at the function's symbol. */
    KPROBE,
    /** kretprobe: a handler at the function's return, optionally one at its entry. */
    KRETPROBE,
    /** jprobe, removed long ago; kept to see it refused (RET-10). */
    JPROBE
}
