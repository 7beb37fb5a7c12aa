package probity.spi;

/**
 * Where a call's registers are tapped. What clauses call the truth is what the same call shows
 * there unhooked.
 */
public enum Point {
    /** At the function's first instruction. */
    CALL,
    /** At the resume address, where the body starts. */
    BODY,
    /** At the {@code ret}. */
    RETURN,
    /** After the return, in the caller. */
    AFTER
}
