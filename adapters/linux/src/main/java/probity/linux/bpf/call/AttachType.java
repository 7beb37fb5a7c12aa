package probity.linux.bpf.call;

/** How a program says that it is going to be attached. */
public enum AttachType {
    /** To nothing but perf events. */
    NONE(0),
    /** By a multi-kprobe link, at entry or at return: BPF_TRACE_KPROBE_MULTI. */
    MULTI(42),
    /** By a multi-kprobe link, at both: BPF_TRACE_KPROBE_SESSION. */
    SESSION(56);

    private final int number;

    AttachType(int number) {
        this.number = number;
    }

    /** The number in the kernel's interface. */
    public int number() {
        return number;
    }
}
