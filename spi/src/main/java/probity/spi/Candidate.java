package probity.spi;

/**
 * An implementation of function hooks that is to be judged. Implementations in Java are found by
 * {@link java.util.ServiceLoader} and addressed as {@code java:<name>}. They run in the judge's
 * virtual machine and must not end it: {@link System#exit} breaks the run off, and after {@link
 * Runtime#halt} there is not even a record of it.
 */
public interface Candidate extends AutoCloseable {
    /** The name in {@code java:<name>}: lower case, digits and hyphens. */
    String name();

    /** What the candidate says of itself. The same at every call. */
    Description describe();

    /**
     * Starts a fresh, isolated instance. Closing it frees everything it holds.
     *
     * @throws MisuseException if the options are null
     */
    Instance start(Options options);

    /**
     * Lets go of what outlives instances, such as a machine that is kept for the next one, and of
     * what an instance holds whose call did not come back. The kit calls it when it is done with
     * the candidate; should it be started once more, it takes anew what it needs.
     */
    @Override
    default void close() {}
}
