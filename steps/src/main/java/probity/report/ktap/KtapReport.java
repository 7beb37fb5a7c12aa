package probity.report.ktap;

import java.util.List;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.RunReport;

/**
 * A run as KTAP, version 1 (Documentation/dev-tools/ktap.rst): a subtest per candidate. What is no
 * plain pass or failure has a directive: the verdict itself where KTAP has a word for it, otherwise
 * the nearest word of KTAP and then the verdict.
 */
public final class KtapReport {
    /** The file's name. */
    public static final String FILE = "probity-report.ktap";

    private static final String HEADER = "KTAP version 1\n";
    private final StringBuilder text = new StringBuilder(HEADER);

    private KtapReport() {}

    /** Renders a run. */
    public static String render(RunReport report) {
        KtapReport ktap = new KtapReport();
        report.filter().ifPresent(filter -> ktap.comment("", "filtered: " + filter));
        ktap.text.append("1..").append(report.candidates().size()).append('\n');
        for (int i = 0; i < report.candidates().size(); i++) {
            ktap.candidate(i + 1, report.candidates().get(i));
        }
        ktap.comment("", "totals: " + report.totals());
        return ktap.text.toString();
    }

    private void candidate(int number, CandidateReport candidate) {
        List<Ruling> rulings = candidate.rulings();
        text.append("  ").append(HEADER);
        comment("  ", "Subtest: " + candidate.address());
        text.append("  1..").append(rulings.size()).append('\n');
        for (int i = 0; i < rulings.size(); i++) {
            ruling(i + 1, rulings.get(i));
        }
        text.append(candidate.totals().green() ? "ok " : "not ok ")
                .append(number)
                .append(' ')
                .append(escape(candidate.address()))
                .append('\n');
    }

    private void ruling(int number, Ruling ruling) {
        if (ruling.verdict() != Verdict.PASS) {
            ruling.screen().lines().forEach(line -> comment("  ", line));
        }
        text.append(ruling.verdict().breaksTheRun() ? "  not ok " : "  ok ")
                .append(number)
                .append(' ')
                .append(escape(ruling.subject().title()))
                .append(directive(ruling))
                .append('\n');
    }

    private static String directive(Ruling ruling) {
        String why = escape(oneLine(ruling.reason()));
        String seen = ruling.verdict() + ": " + why;
        return switch (ruling.verdict()) {
            case PASS, FAIL -> "";
            case XFAIL -> " # XFAIL " + why;
            case UPASS -> " # UPASS " + why;
            case NOT_MET, UNSUPPORTED, UNTESTED -> " # SKIP " + seen;
            case UNRESOLVED, KIT_ERROR -> " # ERROR " + seen;
        };
    }

    private void comment(String indent, String line) {
        text.append(indent).append("# ").append(line).append('\n');
    }

    /** A hash would begin a directive. */
    private static String escape(String line) {
        return line.replace("#", "\\#");
    }

    private static String oneLine(String line) {
        return line.replaceAll("\\s+", " ");
    }
}
