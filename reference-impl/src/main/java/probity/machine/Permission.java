package probity.machine;

/** What the pages of a {@link Region} allow. */
public enum Permission {
    /** Guest loads and Java-side reads. */
    READ,
    /** Guest stores and Java-side writes; never together with {@link #EXECUTE}. */
    WRITE,
    /** Instruction fetch; never together with {@link #WRITE}. */
    EXECUTE,
    /**
     * The GP bit of the page tables: an indirect branch into the region has to land on a fitting
     * {@code bti} or {@code paciasp} instruction. Means something together with {@link #EXECUTE}.
     */
    GUARDED
}
