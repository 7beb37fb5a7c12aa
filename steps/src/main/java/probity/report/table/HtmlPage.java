package probity.report.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as an HTML page. Verdicts and yes or no are coloured, so that a big matrix can be read.
 */
final class HtmlPage {
    private static final String STYLE =
            """
            body { font: 14px sans-serif; margin: 1em }
            table { border-collapse: collapse }
            th, td { border: 1px solid #ccc; padding: 3px 8px; text-align: left; vertical-align: top }
            th { background: #eee; position: sticky; top: 0 }
            .good { background: #dff5df } .bad { background: #fbdcdc } .other { color: #777 }
            """;

    private static final List<String> GOOD = List.of("PASS", "yes", "killed", "held");
    private static final List<String> BAD =
            List.of("FAIL", "UPASS", "UNRESOLVED", "KIT ERROR", "survived");
    private static final List<String> OTHER =
            List.of("UNSUPPORTED", "UNTESTED", "not offered", "·", "no");

    private HtmlPage() {}

    static String of(Table table) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>");
        page.append("<meta charset=\"utf-8\"><title>").append(text(table.title()));
        page.append("</title><style>\n").append(STYLE).append("</style></head>\n<body>\n<h2>");
        page.append(text(table.title())).append("</h2>\n");
        if (!table.note().isEmpty()) {
            page.append("<p>").append(text(table.note())).append("</p>\n");
        }
        page.append("<table>\n<tr>");
        table.head().forEach(cell -> page.append("<th>").append(text(cell)).append("</th>"));
        page.append("</tr>\n");
        table.rows()
                .forEach(
                        row ->
                                page.append("<tr>")
                                        .append(
                                                row.stream()
                                                        .map(HtmlPage::cell)
                                                        .collect(Collectors.joining()))
                                        .append("</tr>\n"));
        return page.append("</table>\n</body>\n</html>\n").toString();
    }

    private static String cell(String cell) {
        String kind = kind(cell);
        return (kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">") + text(cell) + "</td>";
    }

    private static String kind(String cell) {
        if (GOOD.contains(cell)) {
            return "good";
        }
        if (BAD.contains(cell)) {
            return "bad";
        }
        return OTHER.contains(cell) ? "other" : "";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }
}
