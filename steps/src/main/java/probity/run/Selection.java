package probity.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import probity.catalogue.Clause;
import probity.report.Subject;
import probity.report.Wildcard;

/**
 * What a programmatic run hears, and in which order.
 *
 * @param clauses patterns of the clauses to decide; empty for all
 * @param scenariosOnly whether properties are left out
 * @param first the clauses to begin with; the others follow in the order of the features
 * @param untilFailure whether the first FAIL ends the run
 */
record Selection(
        List<String> clauses, boolean scenariosOnly, List<String> first, boolean untilFailure) {
    /** Everything. */
    static final Selection ALL = new Selection(List.of(), false, List.of(), false);

    Selection {
        clauses = List.copyOf(clauses);
        first = List.copyOf(first);
        clauses.forEach(Selection::mustMatch);
        first.forEach(Selection::mustMatch);
    }

    private static void mustMatch(String pattern) {
        if (Library.shipped().catalogue().clauses().stream()
                .map(Clause::id)
                .noneMatch(id -> Wildcard.matches(pattern, id))) {
            throw new IllegalArgumentException("There is no clause '" + pattern + "'.");
        }
    }

    Selection of(List<String> patterns) {
        return new Selection(patterns, scenariosOnly, first, untilFailure);
    }

    Selection withoutProperties() {
        return new Selection(clauses, true, first, untilFailure);
    }

    Selection startingWith(List<String> ids) {
        return new Selection(clauses, scenariosOnly, ids, untilFailure);
    }

    Selection stoppingAtFailure() {
        return new Selection(clauses, scenariosOnly, first, true);
    }

    /** The chosen ones of these, in order. */
    List<Entry> from(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> chosen(entry.subject()))
                .sorted(Comparator.comparingInt(entry -> rank(entry.subject())))
                .toList();
    }

    private boolean chosen(Subject subject) {
        return !(scenariosOnly && subject.kind() == Subject.Kind.PROPERTY)
                && (clauses.isEmpty() || clauses.stream().anyMatch(subject::isOf));
    }

    private int rank(Subject subject) {
        for (int i = 0; i < first.size(); i++) {
            if (subject.isOf(first.get(i))) {
                return i;
            }
        }
        return first.size();
    }

    /** If not everything is judged: what is, as a phrase. */
    Optional<String> filter() {
        List<String> phrases = new ArrayList<>();
        if (!clauses.isEmpty()) {
            phrases.add("clauses " + String.join(", ", clauses));
        }
        if (scenariosOnly) {
            phrases.add("scenarios without properties");
        }
        if (untilFailure) {
            phrases.add("up to the first FAIL");
        }
        return phrases.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", phrases));
    }
}
