package probity.run;

import java.util.List;
import probity.spi.CandidateUnavailable;

/** Finds the release line of a candidate (RET-08). */
@FunctionalInterface
interface ReleaseLine extends AutoCloseable {
    /**
     * The line's members, oldest first; a candidate without history is a line of itself. They are
     * the trial's that asks, until it is {@linkplain #done done}.
     *
     * @throws CandidateUnavailable if a member cannot be opened
     */
    List<JudgedCandidate> members(JudgedCandidate candidate) throws CandidateUnavailable;

    /** A trial that may have asked for members is over. By the thread that asked. */
    default void done() {}

    /** Lets go of the members that the line opened itself. */
    @Override
    default void close() {}
}
