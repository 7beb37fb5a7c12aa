package probity.run;

import java.util.List;
import java.util.Optional;
import probity.spi.Candidate;
import probity.spi.Diagnostic;

/**
 * What is to be heard on one candidate.
 *
 * @param address its address
 * @param candidate the candidate, if it could be opened
 * @param problem why not, otherwise
 * @param entries what is to be heard; nothing if there is a problem
 */
public record Docket(
        String address,
        Optional<Candidate> candidate,
        Optional<Diagnostic> problem,
        List<Entry> entries) {
    public Docket {
        entries = List.copyOf(entries);
    }

    static Docket of(String address, Candidate candidate, List<Entry> entries) {
        return new Docket(address, Optional.of(candidate), Optional.empty(), entries);
    }

    static Docket unavailable(String address, Diagnostic problem) {
        return new Docket(address, Optional.empty(), Optional.of(problem), List.of());
    }
}
