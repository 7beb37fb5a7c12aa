package probity.linux.guest;

/** How a guest was lost. */
public enum Fate {
    /** The kernel panicked or oopsed: what it was asked to do is to blame, or its code. */
    CRASHED,
    /** The agent ended, and took the kernel with it that cannot go on without an init. */
    AGENT_DIED,
    /** QEMU ended, and the kernel had not complained. */
    ENDED,
    /** What the agent sends makes no sense. */
    GARBAGE,
    /** QEMU runs, but nothing answers. */
    SILENT,
    /** The kit was told to stop waiting. */
    INTERRUPTED
}
