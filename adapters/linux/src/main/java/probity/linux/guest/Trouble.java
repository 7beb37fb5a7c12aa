package probity.linux.guest;

/**
 * Something that a kernel complained of on its console.
 *
 * @param kind how bad it is
 * @param line the line that says so, without its time stamp
 */
public record Trouble(Kind kind, String line) {
    /** The worst comes first. */
    public enum Kind {
        /** The kernel gave up. */
        PANIC,
        /** It met what it cannot handle, in its own code. */
        OOPS,
        /** It met what it thinks impossible, and went on. */
        WARNING,
        /** Something makes no progress. */
        STALL,
        /** The agent, which is init, ended: the panic that follows is not the kernel's fault. */
        INIT_ENDED
    }
}
