package probity.run;

import java.util.List;
import probity.spi.CandidateUnavailable;

/** Finds the release line of a candidate (RET-08). */
@FunctionalInterface
interface ReleaseLine extends AutoCloseable {
    /**
     * The line's members, oldest first; a candidate without history is a line of itself.
     *
     * @throws CandidateUnavailable if a member cannot be opened
     */
    List<JudgedCandidate> members(JudgedCandidate candidate) throws CandidateUnavailable;

    /** Lets go of the members that the line opened itself. */
    @Override
    default void close() {}
}
