package probity.spi;

/** How a call ended, as far as the step that drove it goes. */
public enum Ending {
    /** It returned to its caller. */
    RETURNED,
    /** It blocks in its body and can go on. */
    BLOCKED,
    /** A handler is parked and can go on. */
    PARKED,
    /** It ended without returning to its caller, as it is meant to. */
    NOT_RETURNED,
    /**
     * Machine code faulted or is unsupported, or the kernel died; nothing more can be run there.
     */
    TRAP,
    /** It ran for longer than the instruction budget. */
    BUDGET,
    /** The machine it ran on is gone. */
    LOST
}
