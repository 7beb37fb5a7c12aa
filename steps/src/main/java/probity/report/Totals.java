package probity.report;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import probity.judge.Verdict;

/** How often there is each verdict; a verdict that does not occur counts 0. */
public final class Totals {
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    private Totals(Collection<Verdict> verdicts) {
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    }

    /** The totals of these rulings. */
    public static Totals of(List<Ruling> rulings) {
        return ofVerdicts(rulings.stream().map(Ruling::verdict).toList());
    }

    /** The totals of these verdicts. */
    public static Totals ofVerdicts(Collection<Verdict> verdicts) {
        return new Totals(verdicts);
    }

    /** How often there is this verdict. */
    public int of(Verdict verdict) {
        return counts.get(verdict);
    }

    /** How often test frameworks see this. */
    public int of(Verdict.Kind kind) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many verdicts there are. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether nothing fails the run. */
    public boolean green() {
        return counts.entrySet().stream()
                .noneMatch(entry -> entry.getKey().breaksTheRun() && entry.getValue() > 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totals that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** Such as {@code 12 PASS, 1 FAIL}; verdicts that do not occur are left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach(
                (verdict, count) -> {
                    if (count > 0) {
                        text.append(text.isEmpty() ? "" : ", ");
                        text.append(count).append(' ').append(verdict);
                    }
                });
        return text.isEmpty() ? "nothing judged" : text.toString();
    }
}
