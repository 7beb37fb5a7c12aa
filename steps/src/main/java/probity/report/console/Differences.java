package probity.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.ClauseVerdicts;
import probity.report.Ruling;

/** The clauses on which several candidates differ. */
final class Differences {
    private static final int MOST = 30;

    private Differences() {}

    static List<String> between(List<CandidateReport> candidates) {
        Map<String, List<Verdict>> byClause = new TreeMap<>();
        Set<String> clauses = new TreeSet<>();
        List<Map<String, List<Ruling>>> all =
                candidates.stream().map(c -> ClauseVerdicts.byClause(c.rulings())).toList();
        all.forEach(rulings -> clauses.addAll(rulings.keySet()));
        for (String clause : clauses) {
            List<Verdict> verdicts =
                    all.stream()
                            .map(r -> ClauseVerdicts.overall(r.getOrDefault(clause, List.of())))
                            .toList();
            if (verdicts.stream().distinct().count() > 1) {
                byClause.put(clause, verdicts);
            }
        }
        List<String> lines = new ArrayList<>(List.of(""));
        if (byClause.isEmpty()) {
            lines.add("The candidates do not differ on any clause.");
            return lines;
        }
        lines.add("Clauses on which they differ, in the order of the candidates above:");
        byClause.entrySet().stream()
                .limit(MOST)
                .forEach(entry -> lines.add(line(entry.getKey(), entry.getValue())));
        if (byClause.size() > MOST) {
            lines.add("  … and " + (byClause.size() - MOST) + " more, see the report.");
        }
        return lines;
    }

    private static String line(String clause, List<Verdict> verdicts) {
        return "  "
                + clause
                + "  "
                + verdicts.stream().map(Verdict::toString).collect(Collectors.joining(" | "));
    }
}
