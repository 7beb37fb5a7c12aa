package probity.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a comparison found.
 *
 * @param differences every difference, never only the first
 * @param compared how many values each check compared, the equal ones included
 * @param unobservable checks that had something to compare and could not see it, with the reason; a
 *     check can be here and in {@code compared}, where it saw a part
 */
public record Findings(
        List<Difference> differences,
        Map<Check, Integer> compared,
        Map<Check, String> unobservable) {
    public Findings {
        differences = List.copyOf(differences);
        compared = ordered(compared);
        unobservable = ordered(unobservable);
    }

    /** A copy in the order of the checks, so that reasons come in the same order in every run. */
    private static <T> Map<Check, T> ordered(Map<Check, T> map) {
        Map<Check, T> copy = new EnumMap<>(Check.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    /** Whether nothing differs. */
    public boolean silent() {
        return differences.isEmpty();
    }

    /** How many values were compared, by all checks. */
    public int total() {
        return compared.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many values this check compared. */
    public int compared(Check check) {
        return compared.getOrDefault(check, 0);
    }

    /** The part that these checks found. */
    public Findings of(Collection<Check> checks) {
        Set<Check> kept = EnumSet.noneOf(Check.class);
        kept.addAll(checks);
        Map<Check, Integer> counts = new EnumMap<>(Check.class);
        Map<Check, String> reasons = new EnumMap<>(Check.class);
        compared.forEach((check, count) -> put(kept, counts, check, count));
        unobservable.forEach((check, reason) -> put(kept, reasons, check, reason));
        return new Findings(
                differences.stream().filter(d -> kept.contains(d.check())).toList(),
                counts,
                reasons);
    }

    /** The part that these checks found. */
    public Findings of(Check first, Check... more) {
        return of(EnumSet.of(first, more));
    }

    /** The part of which MUST clauses speak. */
    public Findings obligations() {
        return of(Check.all(check -> !check.isRecommendation()));
    }

    /** Both together. */
    public Findings and(Findings other) {
        List<Difference> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        Map<Check, Integer> counts = new EnumMap<>(Check.class);
        counts.putAll(compared);
        other.compared.forEach((check, count) -> counts.merge(check, count, Integer::sum));
        Map<Check, String> reasons = new EnumMap<>(Check.class);
        reasons.putAll(other.unobservable);
        reasons.putAll(unobservable);
        return new Findings(all, counts, reasons);
    }

    private static <V> void put(Set<Check> kept, Map<Check, V> into, Check check, V value) {
        if (kept.contains(check)) {
            into.put(check, value);
        }
    }
}
