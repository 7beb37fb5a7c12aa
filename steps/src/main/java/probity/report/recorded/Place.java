package probity.report.recorded;

import java.util.Comparator;
import probity.report.Subject;

/**
 * Where a result stands in a recording.
 *
 * @param clause the clause; several with commas between them, or a chapter, for a property
 * @param title the scenario's
 */
public record Place(String clause, String title) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::clause).thenComparing(Place::title);

    /** That of a subject. */
    public static Place of(Subject subject) {
        return new Place(
                subject.clauses().isEmpty()
                        ? subject.chapter()
                        : String.join(",", subject.clauses()),
                subject.name());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code PTR-09, A probe at the entry}. */
    @Override
    public String toString() {
        return clause + ", " + title;
    }
}
