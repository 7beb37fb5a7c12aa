package probity.reference;

/**
 * The hook core cannot go on: what a trampoline handed over makes no sense. The call that led here
 * ends as a trap.
 */
public final class KernelPanic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong, in a full sentence. */
    public KernelPanic(String message) {
        super(message, null, false, false);
    }
}
