package probity.spi;

/**
 * Something that a trampoline did and must not do (TRN-03, TRN-04).
 *
 * @param kind what
 * @param task on which task
 * @param pc the instruction's address
 * @param address the address written, or the misaligned sp
 * @param text a full sentence with symbol names
 */
public record Irregularity(Kind kind, int task, long pc, long address, String text) {
    public Irregularity {
        Given.value(kind, "Irregularity.kind");
        Given.value(text, "Irregularity.text");
    }

    /** What can be irregular. */
    public enum Kind {
        /** A write to the stack at or above the sp that the trampoline was reached with. */
        STACK_WRITE,
        /** A call or an access with sp not 16-byte aligned. */
        MISALIGNED_SP
    }
}
