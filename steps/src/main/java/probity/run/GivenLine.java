package probity.run;

import java.util.ArrayList;
import java.util.List;
import probity.run.guard.TimeLimits;
import probity.spi.Candidate;

/** A release line of candidates that are at hand. */
final class GivenLine implements ReleaseLine {
    private final List<JudgedCandidate> members = new ArrayList<>();

    /**
     * A line.
     *
     * @param line oldest first; empty if there is no history
     */
    GivenLine(List<Candidate> line, TimeLimits limits) {
        for (Candidate member : line) {
            members.add(new JudgedCandidate("java:" + member.name(), member, limits));
        }
    }

    @Override
    public List<JudgedCandidate> members(JudgedCandidate candidate) {
        members.forEach(JudgedCandidate::beginTrial);
        return members.isEmpty() ? List.of(candidate) : List.copyOf(members);
    }

    @Override
    public void close() {
        members.forEach(JudgedCandidate::close);
    }
}
