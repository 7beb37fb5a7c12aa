package probity.machine;

/** Why the guest could not go on. */
public enum FaultKind {
    /** A load where nothing is mapped, or in a guard page. */
    DATA_READ,
    /** A store where nothing is mapped, or in a guard page. */
    DATA_WRITE,
    /** An instruction fetch where nothing is mapped. */
    INSTRUCTION_FETCH,
    /** A load from a region without READ. */
    READ_PERMISSION,
    /** A store to a region without WRITE. */
    WRITE_PERMISSION,
    /** An instruction fetch from a region without EXECUTE. */
    EXECUTE_PERMISSION,
    /** An sp-based access while sp is not a multiple of 16 (SCTLR_EL1.SA). */
    SP_ALIGNMENT,
    /** An instruction address that is not a multiple of 4. */
    PC_ALIGNMENT,
    /** An exclusive, atomic or ordered access at an address that is not a multiple of its size. */
    DATA_ALIGNMENT,
    /** An indirect branch in guarded text that landed on no fitting landing pad (FEAT_BTI). */
    BTI,
    /** An instruction fetch from an address that a failed authentication made invalid. */
    PAC,
    /** A {@code brk} that nobody handles. */
    BREAK
}
