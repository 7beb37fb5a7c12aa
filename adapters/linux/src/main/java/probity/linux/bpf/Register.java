package probity.linux.bpf;

/** The registers of BPF. */
public enum Register {
    /** The result of a call and of the program. */
    R0,
    /** The first argument of a call; at the start of a program its context. Lost by a call. */
    R1,
    /** The second argument of a call. Lost by a call. */
    R2,
    /** The third argument of a call. Lost by a call. */
    R3,
    /** The fourth argument of a call. Lost by a call. */
    R4,
    /** The fifth argument of a call. Lost by a call. */
    R5,
    /** Kept over calls. */
    R6,
    /** Kept over calls. */
    R7,
    /** Kept over calls. */
    R8,
    /** Kept over calls. */
    R9,
    /**
     * The end of the program's 512 bytes of stack, which it uses at negative offsets. Read only.
     */
    FP;

    @Override
    public String toString() {
        return "r" + ordinal();
    }
}
