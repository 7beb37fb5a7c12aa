package probity.spi;

/**
 * An implementation of function hooks that is to be judged. Implementations in Java are found by
 * {@link java.util.ServiceLoader} and addressed as {@code java:<name>}. They run in the judge's
 * virtual machine and must not end it: {@link System#exit} breaks the run off, and after {@link
 * Runtime#halt} there is not even a record of it.
 */
public interface Candidate {
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
}
