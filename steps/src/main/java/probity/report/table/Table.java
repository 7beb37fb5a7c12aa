package probity.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table of texts, such as the kill matrix or the costs of the designs.
 *
 * @param title what it shows
 * @param note how to read it, or empty
 * @param head one heading per column
 * @param rows as many cells each as there are headings
 */
public record Table(String title, String note, List<String> head, List<List<String>> rows) {
    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "A row has "
                                + row.size()
                                + " cells under "
                                + head.size()
                                + " headings: "
                                + row);
            }
        }
    }

    /** Collects rows. */
    public static Builder titled(String title, String... head) {
        return new Builder(title, List.of(head));
    }

    /** As Markdown, with a heading; columns are aligned for whoever reads the source. */
    public String toMarkdown() {
        List<String> lines = new ArrayList<>(List.of("## " + title, ""));
        if (!note.isEmpty()) {
            lines.addAll(List.of(note, ""));
        }
        int[] widths = widths(Table::escaped);
        lines.add(row(head, widths));
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        lines.add(row(rule, widths));
        rows.forEach(row -> lines.add(row(row.stream().map(Table::escaped).toList(), widths)));
        return String.join("\n", lines) + "\n";
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", "<br>");
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(String.format(" %-" + widths[i] + "s |", cells.get(i)));
        }
        return line.toString();
    }

    /** As plain text for a terminal: two spaces between columns, no rules. */
    public String toText() {
        int[] widths = widths(cell -> cell);
        List<String> lines = new ArrayList<>(List.of(title));
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        for (List<String> cells : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format("  %-" + widths[i] + "s", cells.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines) + "\n";
    }

    private int[] widths(UnaryOperator<String> shown) {
        int[] widths = new int[head.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(1, head.get(i).length());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], shown.apply(row.get(i)).length());
            }
        }
        return widths;
    }

    /** As one HTML page without anything from outside. */
    public String toHtml() {
        return HtmlPage.of(this);
    }

    /** A table under construction. */
    public static final class Builder {
        private final String title;
        private final List<String> head;
        private final List<List<String>> rows = new ArrayList<>();
        private String note = "";

        private Builder(String title, List<String> head) {
            this.title = title;
            this.head = head;
        }

        /** Says how to read it. */
        public Builder note(String text) {
            note = text;
            return this;
        }

        /** Adds a row; numbers and others are shown by their {@code toString}. */
        public Builder row(Object... cells) {
            List<String> row = new ArrayList<>();
            for (Object cell : cells) {
                row.add(String.valueOf(cell));
            }
            rows.add(row);
            return this;
        }

        /** The table as it stands now. */
        public Table build() {
            return new Table(title, note, head, rows);
        }
    }
}
