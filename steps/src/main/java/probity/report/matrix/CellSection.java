package probity.report.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import probity.judge.Verdict;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.report.Subject;

/** The evidence of one cell. */
final class CellSection {
    /** Characters; what is longer is cut, for the whole of it is among Allure's attachments. */
    private static final int LONGEST_EVIDENCE = 16_000;

    private final Cell cell;
    private final StringBuilder html = new StringBuilder();

    private CellSection(Cell cell) {
        this.cell = cell;
    }

    static String of(Cell cell) {
        CellSection section = new CellSection(cell);
        section.render();
        return section.html.toString();
    }

    private void render() {
        html.append("<article id=\"").append(Html.text(cell.anchor())).append("\">\n<h4>");
        html.append(Html.text(cell.row().id() + " on " + cell.column().title())).append(": ");
        html.append(MatrixPage.badge(cell.verdict())).append(' ').append(cell.share()).append(' ');
        html.append(Html.link("cell-" + cell.anchor(), "back to the matrix")).append("</h4>\n");
        for (Verdict verdict : cell.verdicts()) {
            switch (verdict) {
                case PASS -> passed();
                case UNSUPPORTED, UNTESTED -> byReason(verdict);
                default -> cell.with(verdict).forEach(this::ruling);
            }
        }
        cell.column().rerun().ifPresent(this::rerun);
        html.append("</article>\n");
    }

    private void passed() {
        List<Ruling> passed = cell.with(Verdict.PASS);
        html.append(Html.details(heading(Verdict.PASS, passed, ""), names(passed)));
        notes(passed);
    }

    /** What could not be judged usually has one reason for many scenarios. */
    private void byReason(Verdict verdict) {
        Map<String, List<Ruling>> reasons = new LinkedHashMap<>();
        cell.with(verdict)
                .forEach(
                        ruling ->
                                reasons.computeIfAbsent(
                                                ruling.reason(), reason -> new ArrayList<>())
                                        .add(ruling));
        reasons.forEach(
                (reason, rulings) ->
                        html.append(
                                Html.details(heading(verdict, rulings, reason), names(rulings))));
        notes(cell.with(verdict));
    }

    /** Each once: what several scenarios note is usually the same. */
    private void notes(List<Ruling> rulings) {
        rulings.stream().flatMap(ruling -> ruling.notes().stream()).distinct().forEach(this::note);
    }

    private static String heading(Verdict verdict, List<Ruling> rulings, String reason) {
        String count = rulings.size() + (rulings.size() == 1 ? " scenario" : " scenarios");
        return MatrixPage.badge(verdict)
                + " "
                + count
                + (reason.isEmpty() ? "" : ": " + Html.text(reason));
    }

    private static String names(List<Ruling> rulings) {
        return rulings.stream()
                .map(Ruling::subject)
                .map(CellSection::name)
                .map(name -> "<li>" + name + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String name(Subject subject) {
        return Html.text(subject.name())
                + (subject.source().isEmpty()
                        ? ""
                        : " <small>" + Html.text(subject.source()) + "</small>");
    }

    private void ruling(Ruling ruling) {
        StringBuilder inside = new StringBuilder("<p>" + name(ruling.subject()) + "</p>\n");
        if (!ruling.screen().isEmpty()) {
            inside.append(Html.pre(ruling.screen()));
        }
        for (Evidence piece : ruling.evidence()) {
            if (!piece.isEmpty()) {
                inside.append(Html.details(Html.text(piece.name()), Html.pre(cut(piece.text()))));
            }
        }
        html.append(
                Html.details(
                        MatrixPage.badge(ruling.verdict())
                                + " "
                                + Html.text(ruling.subject().name())
                                + ": "
                                + Html.text(ruling.reason()),
                        inside.toString()));
        ruling.notes().forEach(this::note);
    }

    private static String cut(String text) {
        int more = text.length() - LONGEST_EVIDENCE;
        return more <= 0
                ? text
                : text.substring(0, LONGEST_EVIDENCE)
                        + "\n… and "
                        + more
                        + " characters more, in the Allure report";
    }

    private void note(String note) {
        html.append("<p class=\"note\">").append(Html.text(note)).append("</p>\n");
    }

    private void rerun(String command) {
        String clauses =
                cell.row().clause().map(clause -> " -Dprobity.clauses=" + clause.id()).orElse("");
        html.append("<p>Rerun: <code>").append(Html.text(command + clauses));
        html.append("</code></p>\n");
    }
}
