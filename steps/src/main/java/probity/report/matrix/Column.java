package probity.report.matrix;

import java.util.List;
import java.util.Optional;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.Totals;

/**
 * One candidate in a matrix.
 *
 * @param title its address, or whatever else a reader knows it by
 * @param subtitle what it says of itself, or where the results come from; may be empty
 * @param rerun the command that judges it again; empty if there is none
 * @param rulings what was found about it
 */
public record Column(String title, String subtitle, Optional<String> rerun, List<Ruling> rulings) {
    public Column {
        rulings = List.copyOf(rulings);
    }

    /** The candidate of a run. */
    static Column of(CandidateReport candidate) {
        return new Column(
                candidate.address(),
                candidate
                        .description()
                        .map(d -> d.name() + ", version " + d.version())
                        .orElse("It could not be asked what it is."),
                candidate.rerun(),
                candidate.rulings());
    }

    /** How often there is each verdict. */
    Totals totals() {
        return Totals.of(rulings);
    }
}
