package probity.spi;

import java.util.Map;
import java.util.Set;

/**
 * An implementation of function hooks that is to be judged. Implementations in Java are found by
 * {@link java.util.ServiceLoader} and addressed as {@code java:<name>}. They run in the judge's
 * virtual machine and must not end it: {@link System#exit} breaks the run off, and after {@link
 * Runtime#halt} there is not even a record of it.
 */
public interface Candidate extends AutoCloseable {
    /** So many random cases take about a tenth of a second on the reference. */
    int RANDOM_CASES = 40;

    /** More random cases than this are never tried. */
    int MOST_RANDOM_CASES = 100_000;

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
     * How many random cases a property tries on this candidate, unless the user asks for another
     * number: fewer than usual where each takes long, as on a whole machine that is emulated. From
     * 1 to {@value #MOST_RANDOM_CASES}; the same at every call.
     */
    default int randomCases() {
        return RANDOM_CASES;
    }

    /**
     * How many instances may be in use at the same time, each by a thread of its own. The same at
     * every call, from 1 to 1024.
     *
     * <p>More than 1 is a promise: {@link #describe} and {@link #start} may be called by several
     * threads at once, and what is done to one instance shows in no other. An {@link Instance}
     * itself still serves one thread at a time. The kit may use fewer, and is done with all of them
     * before it calls {@link #close}.
     */
    default int parallelism() {
        return 1;
    }

    /**
     * Names for addresses that any of its instances has shown and that are in no target, such as
     * {@code return_to_handler} or {@code vfs_open+0x24}, for who reads why something failed. Asked
     * after that only, so it may take its time; an address without a name is left out.
     */
    default Map<Long, String> names(Set<Long> addresses) {
        return Map.of();
    }

    /**
     * Lets go of what outlives instances, such as a machine that is kept for the next one, and of
     * what an instance holds whose call did not come back. The kit calls it when it is done with
     * the candidate; should it be started once more, it takes anew what it needs.
     */
    @Override
    default void close() {}
}
