package probity.linux.abi;

/**
 * What a kernel handed out cannot be read as what it should be. The message is a full sentence with
 * the offending thing in it.
 */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong, in a full sentence. */
    public MalformedException(String message) {
        super(message);
    }
}
