package probity.report.matrix;

import java.util.ArrayList;
import java.util.List;
import probity.judge.Verdict;
import probity.report.ClauseVerdicts;
import probity.report.Ruling;
import probity.report.Totals;

/**
 * What was found about one row and one candidate.
 *
 * @param row the row
 * @param column the candidate
 * @param number the candidate's number, from 1
 * @param rulings all that counts here; may be empty
 */
record Cell(Row row, Column column, int number, List<Ruling> rulings) {
    Cell {
        rulings = List.copyOf(rulings);
    }

    /** Whether anything was ruled on. */
    boolean judged() {
        return !rulings.isEmpty();
    }

    /** The worst verdict that matters. */
    Verdict verdict() {
        return ClauseVerdicts.overall(rulings);
    }

    /** How often there is each verdict. */
    Totals totals() {
        return Totals.of(rulings);
    }

    /** How much of it has the cell's verdict, such as {@code 2 of 9}. */
    String share() {
        return totals().of(verdict()) + " of " + rulings.size();
    }

    /** The rulings with this verdict. */
    List<Ruling> with(Verdict verdict) {
        return rulings.stream().filter(ruling -> ruling.verdict() == verdict).toList();
    }

    /** The verdicts that occur, the cell's own first. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>(List.of(verdict()));
        rulings.stream()
                .map(Ruling::verdict)
                .distinct()
                .filter(verdict -> verdict != verdict())
                .sorted()
                .forEach(verdicts::add);
        return judged() ? verdicts : List.of();
    }

    /** Names the section with its evidence, on the page. */
    String anchor() {
        return row.id() + "." + number;
    }
}
