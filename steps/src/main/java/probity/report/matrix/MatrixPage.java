package probity.report.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import probity.judge.Verdict;

/** A matrix as one HTML page: the table, and below it a section for each of its cells. */
final class MatrixPage {
    private static final String STYLE = "/probity/report/matrix.css";

    private final Matrix matrix;
    private final StringBuilder page = new StringBuilder();

    MatrixPage(Matrix matrix) {
        this.matrix = matrix;
    }

    String render() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.append("<title>Probity: clauses and candidates</title>\n<style>\n").append(style());
        page.append(
                "</style>\n</head>\n<body>\n<main>\n<h1 id=\"top\">Clauses and candidates</h1>\n");
        matrix.filter().ifPresent(this::filtered);
        legend();
        table();
        page.append("<h2>Evidence</h2>\n");
        matrix.rows().forEach(this::row);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream style = MatrixPage.class.getResourceAsStream(STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void filtered(String filter) {
        page.append("<p class=\"filtered\">Filtered by ").append(Html.text(filter));
        page.append(": this is no statement of conformance.</p>\n");
    }

    private void legend() {
        String verdicts =
                Arrays.stream(Verdict.values())
                        .filter(v -> matrix.columns().stream().anyMatch(c -> c.totals().of(v) > 0))
                        .map(v -> "<li>" + badge(v) + " " + Html.text(Mark.meaning(v)) + "</li>")
                        .collect(Collectors.joining("\n"));
        page.append("<p>A cell shows the worst verdict that matters, how many of the scenarios");
        page.append(" have it, and what else there is. It leads to its evidence.</p>\n");
        page.append("<ul class=\"legend\">\n").append(verdicts).append("\n</ul>\n");
    }

    /** Sign and word of a verdict. */
    static String badge(Verdict verdict) {
        String sign = "<span aria-hidden=\"true\">" + Mark.sign(verdict) + "</span>";
        return "<b class=\"" + Mark.style(verdict) + "\">" + sign + " " + verdict + "</b>";
    }

    private void table() {
        page.append(
                "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Matrix\">\n");
        page.append("<table>\n<thead>\n<tr><th scope=\"col\">Clause</th>");
        for (Column column : matrix.columns()) {
            page.append("<th scope=\"col\">").append(Html.text(column.title()));
            page.append(" <small>").append(Html.text(column.subtitle())).append("</small></th>");
        }
        page.append("</tr>\n</thead>\n");
        String chapter = "";
        for (Row row : matrix.rows()) {
            if (!row.chapter().equals(chapter)) {
                page.append(chapter.isEmpty() ? "" : "</tbody>\n").append("<tbody>\n");
                chapter = row.chapter();
            }
            tableRow(row);
        }
        page.append(chapter.isEmpty() ? "" : "</tbody>\n");
        totals();
        page.append("</table>\n</div>\n");
    }

    private void tableRow(Row row) {
        page.append("<tr><th scope=\"row\">");
        page.append(Html.link(row.id(), Html.text(row.id())));
        if (!row.strength().isEmpty()) {
            page.append(" <i>").append(row.strength()).append("</i>");
        }
        page.append(" <small>").append(Html.text(row.title())).append("</small></th>");
        matrix.cells(row).forEach(cell -> page.append(tableCell(cell)));
        page.append("</tr>\n");
    }

    private static String tableCell(Cell cell) {
        if (!cell.judged()) {
            return "<td class=\"none\">not judged</td>";
        }
        String others =
                cell.verdicts().stream()
                        .skip(1)
                        .map(verdict -> cell.totals().of(verdict) + " " + verdict)
                        .collect(Collectors.joining(", "));
        return "<td id=\"cell-"
                + Html.text(cell.anchor())
                + "\">"
                + Html.link(cell.anchor(), badge(cell.verdict()) + " " + cell.share())
                + (others.isEmpty() ? "" : " <small>" + others + "</small>")
                + "</td>";
    }

    /** Each ruling once, however many clauses it decides. */
    private void totals() {
        page.append("<tfoot>\n<tr><th scope=\"row\">Totals<small>each scenario once</small></th>");
        for (Column column : matrix.columns()) {
            page.append("<td>").append(column.totals()).append("</td>");
        }
        page.append("</tr>\n</tfoot>\n");
    }

    private void row(Row row) {
        page.append("<section id=\"").append(Html.text(row.id())).append("\">\n<h3>");
        page.append(Html.text((row.id() + " " + row.title()).strip())).append("</h3>\n");
        row.clause()
                .ifPresent(
                        clause -> {
                            page.append("<p>").append(Html.text(clause.text())).append(" <i>");
                            page.append(clause.strength()).append("</i> (");
                            page.append(Html.text(clause.source().toString())).append(")</p>\n");
                            clause.untested().ifPresent(this::untested);
                        });
        matrix.cells(row).stream()
                .filter(Cell::judged)
                .forEach(cell -> page.append(CellSection.of(cell)));
        page.append("</section>\n");
    }

    private void untested(String why) {
        page.append("<p>").append(badge(Verdict.UNTESTED)).append(' ');
        page.append(Html.text(why)).append("</p>\n");
    }
}
