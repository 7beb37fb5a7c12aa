package probity.report.matrix;

import java.util.List;
import java.util.Optional;
import probity.catalogue.Clause;
import probity.report.Ruling;
import probity.report.Subject;

/**
 * One line of a matrix: a clause, or what decides no single one.
 *
 * @param id a clause's id, such as {@code PTR-09}; a chapter, such as {@code PTR}, for what is
 *     about all of it; {@code run} for what is about none
 * @param chapter under which heading it stands
 * @param title a few words
 * @param clause the clause, if it is one that the kit knows
 */
record Row(String id, String chapter, String title, Optional<Clause> clause) {
    /** What no chapter has. */
    static final String RUN = "run";

    static Row of(Clause clause) {
        return new Row(clause.id(), clause.chapter(), clause.title(), Optional.of(clause));
    }

    /** The rows in which a ruling counts: one per clause that it decides, or one of its chapter. */
    static List<Row> of(Ruling ruling) {
        Subject subject = ruling.subject();
        if (!subject.clauses().isEmpty()) {
            return subject.clauses().stream()
                    .map(id -> new Row(id, subject.chapter(), "", Optional.empty()))
                    .toList();
        }
        return subject.chapter().equals("-") || subject.kind() == Subject.Kind.RECORD
                ? List.of(new Row(RUN, RUN, "the run itself", Optional.empty()))
                : List.of(
                        new Row(
                                subject.chapter(),
                                subject.chapter(),
                                "all of the chapter, in random cases",
                                Optional.empty()));
    }

    /** How binding it is, such as {@code MUST}; empty if it is no clause. */
    String strength() {
        return clause.map(c -> c.strength().name()).orElse("");
    }
}
