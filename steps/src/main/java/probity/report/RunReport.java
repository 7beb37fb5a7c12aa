package probity.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import probity.catalogue.Clause;

/**
 * All that one run found. Every report is a rendering of this value.
 *
 * @param kitVersion the kit's version
 * @param started when it started
 * @param duration how long it took
 * @param filter if not everything was judged: what was chosen, as a phrase. A filtered run is no
 *     statement of conformance
 * @param notes what else a reader of the summary must know
 * @param clauses the clauses that the run knows, filtered or not
 * @param candidates one report per candidate, in the order asked for
 */
public record RunReport(
        String kitVersion,
        Instant started,
        Duration duration,
        Optional<String> filter,
        List<String> notes,
        List<Clause> clauses,
        List<CandidateReport> candidates) {
    public RunReport {
        notes = List.copyOf(notes);
        clauses = List.copyOf(clauses);
        candidates = List.copyOf(candidates);
    }

    /** Every ruling on every candidate. */
    public List<Ruling> rulings() {
        return candidates.stream().flatMap(candidate -> candidate.rulings().stream()).toList();
    }

    /** How often there is each verdict, over all candidates. */
    public Totals totals() {
        return Totals.of(rulings());
    }

    /** The clause of this id, if the run knows it. */
    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }
}
