package probity.reference;

/** A hooked return that has not happened yet: which link register was replaced, by what. */
public interface PendingReturn {
    /** sp as at the call of the function. */
    long sp();

    /** x29 as at the call of the function: the caller's frame record. */
    long fp();

    /** The trampoline's address that took the place of {@link #saved()}. */
    long trampoline();

    /** What the link register held before: an address in the caller, or another trampoline. */
    long saved();
}
