package probity.report.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.Subject;

/**
 * A run for people, on one screen if it can be: counts by verdict and chapter, one line for each
 * thing that is wrong, where the report is and how to open it.
 */
public final class Summary {
    /** Name of the file that keeps it. */
    public static final String FILE = "probity-report.txt";

    private static final int WIDTH = 100;

    /** More lines than this scroll the counts away. */
    private static final int MOST_WRONG = 30;

    /** Two lines of a terminal. */
    private static final int LONGEST = 200;

    private static final double MILLIS = 1000;

    private final RunReport report;
    private final List<String> lines = new ArrayList<>();

    private Summary(RunReport report) {
        this.report = report;
    }

    /**
     * Renders.
     *
     * @param results where the reports are
     */
    public static String render(RunReport report, Path results) {
        Summary summary = new Summary(report);
        summary.head();
        report.candidates().forEach(summary::candidate);
        List<CandidateReport> judged =
                report.candidates().stream().filter(Summary::wasJudged).toList();
        if (judged.size() > 1) {
            summary.lines.addAll(Differences.between(judged));
        }
        summary.wrong();
        summary.foot(shortest(results));
        return String.join("\n", summary.lines) + "\n";
    }

    /** A path as people in the working directory type it. */
    private static String shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }

    private static boolean wasJudged(CandidateReport candidate) {
        return candidate.rulings().stream()
                .anyMatch(ruling -> ruling.subject().kind() != Subject.Kind.SETUP);
    }

    private void head() {
        lines.add("");
        lines.add("─".repeat(WIDTH));
        long judged = report.candidates().stream().filter(Summary::wasJudged).count();
        String what =
                judged == 0
                        ? "nothing was judged"
                        : String.format(
                                Locale.ROOT,
                                "%s judged on %s in %.1f s",
                                counted(),
                                judged == 1 ? "1 candidate" : judged + " candidates",
                                report.duration().toMillis() / MILLIS);
        lines.add("Probity " + report.kitVersion() + ": " + what);
        report.filter()
                .ifPresent(
                        filter ->
                                lines.add(
                                        "FILTERED by "
                                                + filter
                                                + ": this is no statement of conformance."));
        lines.addAll(report.notes());
    }

    private String counted() {
        Map<Subject.Kind, Integer> kinds = new LinkedHashMap<>();
        report.rulings().forEach(r -> kinds.merge(r.subject().kind(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        plural(parts, kinds.getOrDefault(Subject.Kind.SCENARIO, 0), "scenario", "scenarios");
        plural(parts, kinds.getOrDefault(Subject.Kind.PROPERTY, 0), "property", "properties");
        return String.join(" and ", parts);
    }

    private static void plural(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    private void candidate(CandidateReport candidate) {
        lines.add("");
        lines.add(
                candidate.address()
                        + candidate
                                .description()
                                .map(d -> " (" + d.name() + ", version " + d.version() + ")")
                                .orElse(""));
        lines.addAll(ChapterTable.of(candidate));
    }

    private void wrong() {
        Stream<String> all =
                report.candidates().stream()
                        .flatMap(c -> c.rulings().stream().map(r -> new Found(c.address(), r)))
                        .filter(found -> found.ruling().verdict().breaksTheRun())
                        .map(Found::line);
        List<String> wrong = all.toList();
        if (!wrong.isEmpty()) {
            lines.add("");
            wrong.stream().limit(MOST_WRONG).forEach(lines::add);
            if (wrong.size() > MOST_WRONG) {
                lines.add("… and " + (wrong.size() - MOST_WRONG) + " more, see the report.");
            }
        }
    }

    private void foot(String where) {
        lines.add("");
        lines.add("Totals:  " + report.totals());
        lines.add("Result:  " + Result.of(report));
        lines.add("Report:  " + where + "/probity-report.json, and .ktap; read it with");
        lines.add("         mvn -N allure:report   (then open target/allure-report/index.html)");
        lines.add("─".repeat(WIDTH));
    }

    private record Found(String address, Ruling ruling) {
        String line() {
            String title = ruling.subject().title();
            String where = title.equals(address) ? address : address + ": " + title;
            String reason = ruling.reason().replaceAll("\\s+", " ");
            String line = String.format("%-10s %s: %s", ruling.verdict(), where, reason);
            return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
        }
    }
}
