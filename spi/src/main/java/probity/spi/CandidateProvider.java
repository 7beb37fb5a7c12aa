package probity.spi;

import java.util.List;

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
     * The release line this candidate belongs to (RET-08): full addresses, oldest first. A
     * candidate without history is a line of itself.
     */
    default List<String> releaseLine(String rest) {
        return List.of(rest.isEmpty() ? scheme() : scheme() + ":" + rest);
    }
}
