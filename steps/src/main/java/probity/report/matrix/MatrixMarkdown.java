package probity.report.matrix;

import java.util.ArrayList;
import java.util.List;
import probity.judge.Verdict;
import probity.report.Ruling;
import probity.report.table.Table;

/** A matrix as Markdown; its cells lead to the page that is written beside it. */
final class MatrixMarkdown {
    private final Matrix matrix;
    private final StringBuilder text = new StringBuilder("# Clauses and candidates\n");

    MatrixMarkdown(Matrix matrix) {
        this.matrix = matrix;
    }

    String render() {
        matrix.filter()
                .ifPresent(
                        filter ->
                                text.append("\n**Filtered by ")
                                        .append(plain(filter))
                                        .append(": this is no statement of conformance.**\n"));
        candidates();
        text.append('\n').append(table().toMarkdown());
        matrix.rows().stream()
                .flatMap(row -> matrix.cells(row).stream())
                .filter(MatrixMarkdown::isWrong)
                .forEach(this::wrong);
        return text.toString();
    }

    private void candidates() {
        text.append('\n');
        int number = 0;
        for (Column column : matrix.columns()) {
            text.append(++number).append(". ").append(plain(column.title()));
            if (!column.subtitle().isEmpty()) {
                text.append(" (").append(plain(column.subtitle())).append(')');
            }
            text.append(": ").append(column.totals()).append('\n');
        }
    }

    private Table table() {
        List<String> head = new ArrayList<>(List.of("clause", "strength"));
        matrix.columns().forEach(column -> head.add(plain(column.title())));
        Table.Builder table =
                Table.titled("Matrix", head.toArray(String[]::new))
                        .note(
                                "The worst verdict that matters, and how many of the scenarios"
                                        + " have it. Each leads to its evidence in "
                                        + Matrix.PAGE
                                        + ".");
        for (Row row : matrix.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add((row.id() + " " + plain(row.title())).strip());
            cells.add(row.strength());
            matrix.cells(row).forEach(cell -> cells.add(cell(cell)));
            table.row(cells.toArray());
        }
        return table.build();
    }

    private static String cell(Cell cell) {
        if (!cell.judged()) {
            return "·";
        }
        String word = Mark.sign(cell.verdict()) + " " + cell.verdict() + " " + cell.share();
        return "[" + word + "](" + Matrix.PAGE + "#" + cell.anchor() + ")";
    }

    private static boolean isWrong(Cell cell) {
        return cell.rulings().stream().anyMatch(MatrixMarkdown::isWrong);
    }

    private static boolean isWrong(Ruling ruling) {
        return switch (ruling.verdict()) {
            case PASS, UNSUPPORTED, UNTESTED -> false;
            case FAIL, NOT_MET, XFAIL, UPASS, UNRESOLVED, KIT_ERROR -> true;
        };
    }

    private void wrong(Cell cell) {
        text.append("\n## ").append(cell.row().id()).append(" on ");
        text.append(plain(cell.column().title())).append("\n\n");
        for (Verdict verdict : cell.verdicts()) {
            cell.with(verdict).stream().filter(MatrixMarkdown::isWrong).forEach(this::wrong);
        }
    }

    private void wrong(Ruling ruling) {
        text.append("- ").append(ruling.verdict()).append(": ");
        text.append(plain(ruling.subject().name())).append(". ");
        text.append(plain(ruling.reason())).append('\n');
        ruling.notes().forEach(note -> text.append("  - ").append(plain(note)).append('\n'));
    }

    /** Text that Markdown and what it allows of HTML leave alone, in one line. */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]#])", "\\\\$1")
                .replaceAll("[\\s\\x00-\\x1f]+", " ");
    }
}
