package probity.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.judge.Verdict;

/**
 * What the rulings on one candidate come to per clause.
 *
 * <p>The worst verdict counts. Where nothing is wrong, a clause is kept if at least one of its
 * scenarios passed, even if others do not apply: only one context policy can be declared, say, and
 * each has its own scenario. A property decides all the clauses that it names.
 */
public final class ClauseVerdicts {
    private static final List<Verdict> WORST_FIRST =
            List.of(
                    Verdict.KIT_ERROR,
                    Verdict.FAIL,
                    Verdict.UPASS,
                    Verdict.UNRESOLVED,
                    Verdict.XFAIL,
                    Verdict.NOT_MET,
                    Verdict.PASS,
                    Verdict.UNSUPPORTED,
                    Verdict.UNTESTED);

    private ClauseVerdicts() {}

    /** The rulings of each clause, in the order in which clauses first occur. */
    public static Map<String, List<Ruling>> byClause(List<Ruling> rulings) {
        Map<String, List<Ruling>> clauses = new LinkedHashMap<>();
        for (Ruling ruling : rulings) {
            for (String clause : ruling.subject().clauses()) {
                clauses.computeIfAbsent(clause, id -> new ArrayList<>()).add(ruling);
            }
        }
        return clauses;
    }

    /** What several verdicts come to; UNTESTED if there are none. */
    public static Verdict overall(List<Ruling> rulings) {
        return WORST_FIRST.stream()
                .filter(verdict -> rulings.stream().anyMatch(r -> r.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.UNTESTED);
    }
}
