package probity.report.console;

import java.util.ArrayList;
import java.util.List;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.report.RunReport;
import probity.report.Totals;

/** What a run comes to, in one sentence that claims no more than was found. */
final class Result {
    private Result() {}

    static String of(RunReport report) {
        Totals totals = report.totals();
        int breaking = totals.of(Verdict.Kind.FAILURE) + totals.of(Verdict.Kind.ERROR);
        int waived = totals.of(Verdict.XFAIL);
        int unmet = totals.of(Verdict.NOT_MET);
        int open = totals.of(Verdict.UNSUPPORTED) + totals.of(Verdict.UNTESTED);
        List<String> parts = new ArrayList<>();
        if (breaking > 0) {
            String verb = breaking == 1 ? "breaks" : "break";
            parts.add(breaking + " of " + totals.all() + " " + verb + " the run");
        }
        if (waived > 0) {
            parts.add(waived == 1 ? "1 violation is waived" : waived + " violations are waived");
        }
        if (breaking == 0) {
            if (somethingThatMustHolds(report)) {
                String nothing = waived > 0 ? "nothing else" : "nothing";
                parts.add(nothing + " that must hold is violated");
            } else if (waived == 0) {
                parts.add("nothing that must hold was decided");
            }
        }
        if (unmet > 0) {
            parts.add(unmet + " that should hold " + (unmet == 1 ? "is" : "are") + " not met");
        }
        if (open > 0) {
            parts.add(open == 1 ? "1 stays open" : open + " stay open");
        }
        String scope = report.filter().isPresent() ? "of what was chosen, " : "";
        return scope + String.join("; ", parts) + ".";
    }

    private static boolean somethingThatMustHolds(RunReport report) {
        return report.rulings().stream()
                .anyMatch(
                        ruling ->
                                ruling.verdict() == Verdict.PASS
                                        && ruling.subject().strength() == Strength.MUST);
    }
}
