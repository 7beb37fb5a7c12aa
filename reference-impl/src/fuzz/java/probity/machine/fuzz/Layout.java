package probity.machine.fuzz;

/** Where things are, in both engines. */
final class Layout {
    /** Text: room for every branch, 128 MiB forward and backward, around where cases are put. */
    static final long TEXT = 0x1000_0000L;

    static final long TEXT_SIZE = 0x1100_0000L;

    /** Cases are put here, one after the other: Unicorn keeps running stale copies of old text. */
    static final long CASES = TEXT + 0x0840_0000L;

    static final long CASES_END = CASES + 0x0010_0000L;

    /** Data; nothing is mapped below and above it. */
    static final long DATA = 0x4000_0000L;

    static final int DATA_SIZE = 0x14000;

    /** Where base registers point: near a page boundary, with room for the largest offsets. */
    static final long BASE = DATA + 0x1000;

    private Layout() {}
}
