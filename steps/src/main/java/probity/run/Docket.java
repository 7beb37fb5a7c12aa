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
 * @param parallelism how many of its instances may be in use at the same time; 0 if there is a
 *     problem
 * @param entries what is to be heard; nothing if there is a problem
 */
public record Docket(
        String address,
        Optional<Candidate> candidate,
        Optional<Diagnostic> problem,
        int parallelism,
        List<Entry> entries) {
    public Docket {
        entries = List.copyOf(entries);
    }

    static Docket of(String address, Candidate candidate, int parallelism, List<Entry> entries) {
        return new Docket(address, Optional.of(candidate), Optional.empty(), parallelism, entries);
    }

    static Docket unavailable(String address, Diagnostic problem) {
        return new Docket(address, Optional.empty(), Optional.of(problem), 0, List.of());
    }
}
