package probity.designs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import probity.judge.Verdict;
import probity.report.ClauseVerdicts;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.run.ConformanceRun;
import probity.spi.CandidateUnavailable;
import probity.spi.ProbeKind;

/**
 * What the kit found about one design.
 *
 * @param address such as {@code reference:light-sparse-1}
 * @param report by every scenario
 * @param fprobe what a hit of an fprobe at both sides costs
 * @param kretprobe what a hit of a kretprobe costs
 */
record JudgedDesign(String address, RunReport report, Cost fprobe, Cost kretprobe) {
    private static final int LINES_OF_A_SCREEN = 12;

    /** Judges and measures. */
    static JudgedDesign of(String address) {
        try {
            return new JudgedDesign(
                    address,
                    ConformanceRun.of(address).withoutProperties().run(),
                    Cost.of(address, ProbeKind.FPROBE),
                    Cost.of(address, ProbeKind.KRETPROBE));
        } catch (CandidateUnavailable unavailable) {
            throw new AssertionError(unavailable.diagnostic().toString(), unavailable);
        }
    }

    String name() {
        return address.substring(address.indexOf(':') + 1);
    }

    /** What a sensible design must not get, each by the first lines of its screen. */
    List<String> complaints() {
        return report.rulings().stream()
                .filter(ruling -> !isFine(ruling.verdict()))
                .map(Ruling::screen)
                .map(JudgedDesign::start)
                .toList();
    }

    private static boolean isFine(Verdict verdict) {
        return verdict == Verdict.PASS || verdict == Verdict.UNSUPPORTED;
    }

    private static String start(String screen) {
        return screen.lines().limit(LINES_OF_A_SCREEN).collect(Collectors.joining("\n", "\n", ""));
    }

    /** The clauses that come to this verdict. */
    List<String> clauses(Verdict verdict) {
        List<String> clauses = new ArrayList<>();
        Map<String, List<Ruling>> all = ClauseVerdicts.byClause(report.rulings());
        all.forEach(
                (clause, rulings) -> {
                    if (ClauseVerdicts.overall(rulings) == verdict) {
                        clauses.add(clause);
                    }
                });
        return clauses;
    }
}
