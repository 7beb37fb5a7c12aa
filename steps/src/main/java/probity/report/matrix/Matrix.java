package probity.report.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.catalogue.Clause;
import probity.report.Ruling;
import probity.report.RunReport;

/**
 * The matrix clause × candidate.
 *
 * <p>Every ruling counts in the row of each clause that it decides; a property on a whole chapter,
 * and what could not be set up, have rows of their own, so that nothing is left out.
 */
public final class Matrix {
    /** The Markdown file's name. */
    public static final String MARKDOWN = "matrix.md";

    /** The page's file name. */
    public static final String PAGE = "matrix.html";

    private final List<Column> columns;
    private final List<Row> rows;
    private final Optional<String> filter;

    private Matrix(List<Column> columns, List<Row> rows, Optional<String> filter) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.filter = filter;
    }

    /**
     * The matrix of a run.
     *
     * @param recorded further candidates, whose results were recorded earlier
     */
    public static Matrix of(RunReport report, List<Column> recorded) {
        List<Column> columns = new ArrayList<>();
        report.candidates().forEach(candidate -> columns.add(Column.of(candidate)));
        columns.addAll(recorded);
        return new Matrix(columns, rows(report, columns), report.filter());
    }

    /**
     * Clauses in their order, each chapter's own row after them; a filter leaves what it leaves.
     */
    private static List<Row> rows(RunReport report, List<Column> columns) {
        Map<String, Row> judged = new LinkedHashMap<>();
        columns.stream()
                .flatMap(column -> column.rulings().stream())
                .flatMap(ruling -> Row.of(ruling).stream())
                .forEach(row -> judged.putIfAbsent(row.id(), row));
        Map<String, List<Row>> chapters = new LinkedHashMap<>();
        for (Clause clause : report.clauses()) {
            Row found = judged.remove(clause.id());
            if (found != null || report.filter().isEmpty()) {
                add(chapters, Row.of(clause));
            }
        }
        judged.values().forEach(row -> add(chapters, row));
        return chapters.values().stream().flatMap(List::stream).toList();
    }

    private static void add(Map<String, List<Row>> chapters, Row row) {
        chapters.computeIfAbsent(row.chapter(), chapter -> new ArrayList<>()).add(row);
    }

    /** The candidates, in the order asked for. */
    List<Column> columns() {
        return columns;
    }

    /** The rows, by chapter. */
    List<Row> rows() {
        return rows;
    }

    /** If not everything was judged: what was chosen. */
    Optional<String> filter() {
        return filter;
    }

    /** The cells of a row, one per candidate. */
    List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            List<Ruling> rulings =
                    column.rulings().stream()
                            .filter(r -> Row.of(r).stream().anyMatch(o -> o.id().equals(row.id())))
                            .toList();
            cells.add(new Cell(row, column, cells.size() + 1, rulings));
        }
        return cells;
    }

    /** As Markdown. */
    public String toMarkdown() {
        return new MatrixMarkdown(this).render();
    }

    /** As one HTML page that needs nothing else. */
    public String toHtml() {
        return new MatrixPage(this).render();
    }
}
