package probity.report.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.Totals;

/** Verdicts by chapter, as aligned columns. Only verdicts that occur have a column. */
final class ChapterTable {
    private static final int FIRST = 9;

    private ChapterTable() {}

    static List<String> of(CandidateReport candidate) {
        Totals all = candidate.totals();
        List<Verdict> columns =
                Arrays.stream(Verdict.values())
                        .filter(verdict -> verdict == Verdict.PASS || all.of(verdict) > 0)
                        .toList();
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(pad("chapter"));
        columns.forEach(verdict -> head.append("  ").append(verdict));
        lines.add(head.toString());
        Map<String, List<Ruling>> chapters = new LinkedHashMap<>();
        candidate
                .rulings()
                .forEach(
                        ruling ->
                                chapters.computeIfAbsent(
                                                ruling.subject().chapter(),
                                                chapter -> new ArrayList<>())
                                        .add(ruling));
        chapters.forEach(
                (chapter, rulings) -> lines.add(row(chapter, Totals.of(rulings), columns)));
        if (chapters.size() > 1) {
            lines.add(row("all", all, columns));
        }
        return lines;
    }

    private static String row(String name, Totals totals, List<Verdict> columns) {
        StringBuilder row = new StringBuilder(pad(name));
        for (Verdict verdict : columns) {
            String format = "  %" + verdict.toString().length() + "s";
            int count = totals.of(verdict);
            row.append(String.format(format, count == 0 ? "·" : String.valueOf(count)));
        }
        return row.toString();
    }

    private static String pad(String text) {
        return String.format("  %-" + FIRST + "s", text);
    }
}
