package probity.machine;

/**
 * The decoded instructions of one page of text. A slot is null until the instruction is first
 * executed, and stays null where Java has to be asked first (traps, {@code brk}).
 */
final class CodePage {
    static final int WORD = 4;

    /** Clears the slot index out of an address and keeps misaligned addresses from matching. */
    private static final long TAG = ~(Memory.PAGE_SIZE - 1L) | (WORD - 1);

    /** No page: no instruction address matches it. */
    static final CodePage NONE = new CodePage(1, new byte[0], false);

    final Action[] actions;
    final byte[] bytes;
    final boolean guarded;
    private long tag;

    CodePage(long base, byte[] bytes, boolean guarded) {
        this.actions = new Action[bytes.length / WORD];
        this.bytes = bytes;
        this.guarded = guarded;
        this.tag = base;
    }

    boolean holds(long pc) {
        return (pc & TAG) == tag;
    }

    Action action(long pc) {
        return actions[slot(pc)];
    }

    int word(long pc) {
        return (int) AddressSpace.INT.get(bytes, (int) pc & (Memory.PAGE_SIZE - WORD));
    }

    void remember(long pc, Action action) {
        actions[slot(pc)] = action;
    }

    void forget(long pc) {
        actions[slot(pc)] = null;
    }

    /** The page is gone: a CPU that still runs in it has to fetch anew. */
    void retire() {
        tag = 1;
    }

    private static int slot(long pc) {
        return (int) pc >>> 2 & (Memory.PAGE_SIZE / WORD - 1);
    }
}
