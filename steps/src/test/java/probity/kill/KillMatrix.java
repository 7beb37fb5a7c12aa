package probity.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import probity.candidates.Miniature;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.report.Ruling;
import probity.report.table.Table;

/** Which wrong candidate is failed by which clause. */
final class KillMatrix {
    static final String TITLE = "Kill matrix";

    private final List<Clause> clauses;
    private final List<Outcome> outcomes;

    KillMatrix(List<Clause> clauses, List<Outcome> outcomes) {
        this.clauses = clauses;
        this.outcomes = outcomes;
    }

    /** The MUST clauses that no wrong candidate is failed by. */
    List<Clause> unproven() {
        return clauses.stream()
                .filter(clause -> clause.strength() == Strength.MUST)
                .filter(clause -> of(clause).stream().noneMatch(Outcome::isFailed))
                .toList();
    }

    /** The miniatures whose clause does not exist. */
    static List<Miniature> strays(List<Clause> clauses, List<Miniature> miniatures) {
        List<String> known = clauses.stream().map(Clause::id).toList();
        return miniatures.stream().filter(it -> !known.contains(it.clause())).toList();
    }

    /** Per clause its wrong candidates, what is wrong with them, and which scenarios see it. */
    Table byClause() {
        Table.Builder table =
                Table.titled("By clause", "clause", "wrong candidate", "what is wrong", "seen by");
        for (Clause clause : clauses) {
            for (Outcome outcome : of(clause)) {
                Miniature miniature = outcome.miniature();
                table.row(
                        clause.id(),
                        "`wrong:" + miniature.name() + "`",
                        miniature.fault(),
                        scenarios(outcome.kills()));
            }
            if (of(clause).isEmpty()) {
                table.row(clause.id(), "none", clause.title(), "");
            }
        }
        return table.build();
    }

    /** What else each wrong candidate does not get past, after a run on everything. */
    Table beyond() {
        Table.Builder table =
                Table.titled("Beyond their own clause", "wrong candidate", "failed by too");
        for (Outcome outcome : outcomes) {
            List<String> others = outcome.otherClauses();
            table.row(
                    "`wrong:" + outcome.miniature().name() + "`",
                    others.isEmpty() ? "nothing else" : String.join(", ", others));
        }
        return table.build();
    }

    private List<Outcome> of(Clause clause) {
        return outcomes.stream()
                .filter(outcome -> outcome.miniature().clause().equals(clause.id()))
                .toList();
    }

    /** Scenarios by name; the rows of an outline are counted, not listed. */
    private static String scenarios(List<Ruling> kills) {
        List<String> features = new ArrayList<>();
        kills.stream()
                .collect(
                        Collectors.groupingBy(
                                ruling -> file(ruling.subject().source()), Collectors.counting()))
                .forEach((file, count) -> features.add(file + " (" + count + ")"));
        return String.join(", ", features.stream().sorted().toList());
    }

    private static String file(String source) {
        return source.replaceFirst(".*/([a-z]+/[a-z_]+)\\.feature.*", "$1");
    }
}
