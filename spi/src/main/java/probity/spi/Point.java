package probity.spi;

/** Where a call's registers are tapped; SPEC.md calls them C, B, R and A. */
public enum Point {
    /** C: at the function's first instruction. */
    CALL,
    /** B: at the resume address, where the body starts. */
    BODY,
    /** R: at the {@code ret}. */
    RETURN,
    /** A: after the return, in the caller. */
    AFTER
}
