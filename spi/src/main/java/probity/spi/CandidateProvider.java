package probity.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns addresses of one scheme ({@code scheme} or {@code scheme:rest}) into candidates. Found by
 * {@link java.util.ServiceLoader}.
 */
public interface CandidateProvider {
    /** The scheme, the part of an address before the first colon. */
    String scheme();

    /** The addresses, or address patterns such as {@code asm:<dir>}, that can be opened. */
    List<String> known();

    /**
     * Opens a candidate.
     *
     * @param rest what follows the scheme's colon, or the empty string
     * @throws CandidateUnavailable if the address leads nowhere; nothing has been run then
     */
    Candidate open(String rest) throws CandidateUnavailable;

    /**
     * The same, for a provider that may take its time.
     *
     * @param progress gets a line, a full sentence, whenever something takes more than a moment
     */
    default Candidate open(String rest, Consumer<String> progress) throws CandidateUnavailable {
        return open(rest);
    }

    /**
     * The options that concern candidates of this scheme: system properties, named {@code
     * probity.<scheme>.<something>}, each with what it means. A name of that form that is not
     * listed here is an error of the run.
     */
    default Map<String, String> options() {
        return Map.of();
    }

    /** How long {@link #open} may take, where that is longer than other calls. */
    default Duration openingLimit() {
        return Duration.ZERO;
    }

    /**
     * How long one call into a candidate may take on a busy machine, where that is longer than
     * calls take elsewhere; the kit waits that long unless its user says otherwise.
     */
    default Duration callLimit() {
        return Duration.ZERO;
    }

    /**
     * The release line this candidate belongs to (RET-08): full addresses, oldest first. A
     * candidate without history is a line of itself.
     */
    default List<String> releaseLine(String rest) {
        return List.of(rest.isEmpty() ? scheme() : scheme() + ":" + rest);
    }
}
