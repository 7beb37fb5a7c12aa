package probity.spi;

/** What a target is for. Several targets may share a role; their order is outermost first. */
public enum Role {
    /** Returns a mix of its arguments and calls nothing. */
    LEAF,
    /** One of a chain of calls, at least four deep. */
    CHAIN,
    /**
     * Calls itself; its first parameter is the depth that is left. While that is above 0 it makes
     * all the calls listed for it, each with a depth one less; at 0 it makes none. One with {@link
     * Target#knownRuns} has no such parameter: its {@link Plan.Call} says the depth.
     */
    RECURSIVE,
    /** One of two functions that call each other; the first parameter is as in RECURSIVE. */
    MUTUAL,
    /** Ends in a branch to another target: the last of the calls listed for it. */
    TAIL_CALL,
    /** The target of such a branch. */
    TAIL_TARGET,
    /** Never returns to its caller. */
    NO_RETURN,
    /** Stays alive where a NO_RETURN target below it unwinds to it, and returns. */
    CATCHER,
    /** Returns a structure through x8. */
    INDIRECT_RESULT,
    /** Returns 128 bits in two registers. */
    WIDE_RESULT,
    /** Takes and returns vector registers. */
    SIMD,
    /** Takes arguments on the stack. */
    STACK_ARGUMENTS,
    /** Keeps values in every callee-saved register across calls. */
    CALLEE_SAVED,
    /** Has a landing pad and signs its return address. */
    PAUTH,
    /** Blocks in the middle of its body, or calls what does, until it is let go on. */
    BLOCKING,
    /** Calls other targets, one after the other or by pointer. */
    CALLER,
    /** One of many plain leaves. */
    PLAIN
}
