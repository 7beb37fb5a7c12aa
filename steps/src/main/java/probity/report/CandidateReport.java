package probity.report;

import java.util.List;
import java.util.Optional;
import probity.spi.Description;

/**
 * What was found about one candidate.
 *
 * @param address its address
 * @param description what it declares, if it could be asked
 * @param rerun the command that judges it again, without the clauses; empty where none was given
 * @param rulings one per subject, in the order in which they were judged
 */
public record CandidateReport(
        String address,
        Optional<Description> description,
        Optional<String> rerun,
        List<Ruling> rulings) {
    public CandidateReport {
        rulings = List.copyOf(rulings);
    }

    /** A candidate that is judged from a program, not by a command. */
    public CandidateReport(
            String address, Optional<Description> description, List<Ruling> rulings) {
        this(address, description, Optional.empty(), rulings);
    }

    /** How often there is each verdict. */
    public Totals totals() {
        return Totals.of(rulings);
    }
}
