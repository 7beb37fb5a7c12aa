package probity.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import probity.run.candidates.Candidates;
import probity.run.guard.TimeLimits;
import probity.spi.CandidateUnavailable;

/** A release line of addresses: those asked for, or else those that the provider knows. */
final class AddressedLine implements ReleaseLine {
    private final Candidates candidates;
    private final List<String> asked;
    private final Function<String, TimeLimits> limits;
    private final Map<String, JudgedCandidate> opened = new HashMap<>();

    AddressedLine(Candidates candidates, List<String> asked, Function<String, TimeLimits> limits) {
        this.candidates = candidates;
        this.asked = List.copyOf(asked);
        this.limits = limits;
    }

    @Override
    public List<JudgedCandidate> members(JudgedCandidate candidate) throws CandidateUnavailable {
        List<String> addresses =
                asked.isEmpty() ? candidates.releaseLine(candidate.address()) : asked;
        List<JudgedCandidate> members = new ArrayList<>();
        for (String address : addresses) {
            members.add(address.equals(candidate.address()) ? candidate : open(address));
        }
        return members;
    }

    private JudgedCandidate open(String address) throws CandidateUnavailable {
        JudgedCandidate member = opened.get(address);
        if (member == null) {
            member = new JudgedCandidate(address, candidates.open(address), limits.apply(address));
            opened.put(address, member);
        }
        member.beginTrial();
        return member;
    }

    @Override
    public void close() {
        opened.values().forEach(JudgedCandidate::close);
    }
}
