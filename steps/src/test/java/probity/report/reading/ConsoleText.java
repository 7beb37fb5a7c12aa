package probity.report.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import probity.judge.Verdict;
import probity.report.Totals;

/** Reads the console summary as a reader would. */
public final class ConsoleText {
    private static final String TOTALS = "Totals:  ";

    private ConsoleText() {}

    /** The totals of the last line of totals. */
    public static Totals totals(String console) {
        String line =
                console.lines()
                        .filter(text -> text.startsWith(TOTALS))
                        .reduce((first, second) -> second)
                        .orElseThrow();
        List<Verdict> verdicts = new ArrayList<>();
        for (String part : line.substring(TOTALS.length()).split(", ")) {
            int blank = part.indexOf(' ');
            add(verdicts, part.substring(blank + 1), Integer.parseInt(part.substring(0, blank)));
        }
        return Totals.ofVerdicts(verdicts);
    }

    /** The sum of the tables by chapter. */
    public static Totals chapterTotals(String console) {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> columns = List.of();
        for (String line : console.lines().toList()) {
            List<String> cells = Arrays.asList(line.strip().split("  +"));
            if (cells.get(0).equals("chapter")) {
                columns = cells;
            } else if (cells.size() != columns.size() || cells.get(0).equals("all")) {
                columns = cells.get(0).equals("all") ? columns : List.of();
            } else {
                for (int i = 1; i < cells.size(); i++) {
                    int count = cells.get(i).equals("·") ? 0 : Integer.parseInt(cells.get(i));
                    add(verdicts, columns.get(i), count);
                }
            }
        }
        return Totals.ofVerdicts(verdicts);
    }

    private static void add(List<Verdict> verdicts, String word, int count) {
        for (int i = 0; i < count; i++) {
            verdicts.add(Verdict.valueOf(word.replace(' ', '_')));
        }
    }
}
