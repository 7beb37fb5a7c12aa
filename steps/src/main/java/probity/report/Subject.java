package probity.report;

import java.util.List;
import probity.catalogue.Strength;

/**
 * What is judged: one scenario, one property, the set-up of a run, or whether all is as recorded.
 *
 * @param id names it within a run on one candidate, and stays the same when lines move
 * @param kind what it is
 * @param clauses ids of the clauses it decides: one for a scenario; none for a set-up, or for a
 *     property on a whole chapter
 * @param chapter such as {@code PTR}; what cannot be told is {@code "-"}, and what compares with a
 *     record has {@code record}
 * @param feature the title of its feature
 * @param name its own title
 * @param source where it is written, such as {@code probity/features/ptr/walk.feature:12}
 * @param strength how binding it is
 */
public record Subject(
        String id,
        Kind kind,
        List<String> clauses,
        String chapter,
        String feature,
        String name,
        String source,
        Strength strength) {
    public Subject {
        clauses = List.copyOf(clauses);
    }

    /** What is judged. */
    public enum Kind {
        SCENARIO,
        PROPERTY,
        SETUP,
        RECORD
    }

    /** What could not even be set up: an option, or a candidate that is not there. */
    public static Subject setUp(String name) {
        return new Subject(
                "set-up: " + name, Kind.SETUP, List.of(), "-", "set-up", name, "", Strength.MUST);
    }

    /** That all results of a candidate are those that were recorded. */
    public static Subject record() {
        return new Subject(
                "record",
                Kind.RECORD,
                List.of(),
                "record",
                "record",
                "the recorded results",
                "",
                Strength.MUST);
    }

    /**
     * Whether it decides a clause that a pattern names. A property without clauses is about all of
     * its chapter, and meant by a pattern that names them all.
     *
     * @param pattern a clause id; {@code *} in it stands for anything
     */
    public boolean isOf(String pattern) {
        boolean wholeChapter =
                kind == Kind.PROPERTY
                        && clauses.isEmpty()
                        && Wildcard.matches(pattern, chapter + "-*");
        return wholeChapter || clauses.stream().anyMatch(id -> Wildcard.matches(pattern, id));
    }

    /** Clause ids and name, such as {@code PTR-09 the arguments are those of the call}. */
    public String title() {
        return clauses.isEmpty() ? name : String.join(",", clauses) + " " + name;
    }
}
