package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.judge.Verdict;
import probity.report.Evidence;
import probity.report.Subject;

/**
 * Says why, on one screen: clause with author and date, candidate, expected before actual, order of
 * events, the random case, a hint, the command. What does not fit goes to the evidence.
 */
final class FailureScreen {
    /** With the lines around them, more would not fit on a screen. */
    private static final int MOST_DIFFERENCES = 16;

    /** Room for a place in an execution, such as a register at one side of one event. */
    private static final int WIDEST = 64;

    private static final int COLUMNS = 100;

    private final Catalogue catalogue;
    private final RerunCommand command;

    FailureScreen(Catalogue catalogue, RerunCommand command) {
        this.catalogue = catalogue;
        this.command = command;
    }

    /**
     * Renders.
     *
     * @param evidence gets the full list of differences if it is too long
     * @return the screen; empty for a plain PASS
     */
    String render(String address, Subject subject, Decision decision, List<Evidence> evidence) {
        if (decision.verdict() == Verdict.PASS && decision.reason().isEmpty()) {
            return "";
        }
        List<String> text = new ArrayList<>();
        text.add(headline(address, subject, decision.verdict()));
        clauses(subject).forEach(clause -> text.addAll(clause(clause)));
        text.add("");
        text.add(decision.reason());
        decision.violation().ifPresent(violation -> text.addAll(body(violation, evidence)));
        hint(subject, decision)
                .ifPresent(
                        hint -> {
                            List<String> lines = Wrap.at(COLUMNS, "         ", hint);
                            text.add("Look at: " + lines.get(0).strip());
                            text.addAll(lines.subList(1, lines.size()));
                        });
        if (decision.verdict() != Verdict.UNSUPPORTED) {
            List<String> replay = decision.violation().map(Violation::replay).orElse(List.of());
            text.add("Rerun:   " + command.of(address, subject, replay));
        }
        return String.join("\n", text);
    }

    private static String headline(String address, Subject subject, Verdict verdict) {
        return String.format("%s: %son %s: %s", verdict, about(subject), address, subject.name());
    }

    /** What is at stake, before a space: clauses, or the chapter whose clauses all are. */
    private static String about(Subject subject) {
        if (subject.clauses().isEmpty()) {
            return subject.kind() == Subject.Kind.PROPERTY ? subject.chapter() + " " : "";
        }
        return String.join(",", subject.clauses()) + " ";
    }

    private List<Clause> clauses(Subject subject) {
        // a property decides many clauses; its screen names them, and shows one text only if it is
        // the only one
        return subject.clauses().size() == 1
                ? catalogue.find(subject.clauses().get(0)).stream().toList()
                : List.of();
    }

    private static List<String> clause(Clause clause) {
        List<String> text = new ArrayList<>(Wrap.at(COLUMNS, "  ", clause.text()));
        text.add(
                String.format(
                        "  (%s, %s; %s)",
                        clause.strength(),
                        clause.status().name().toLowerCase(Locale.ROOT),
                        clause.source()));
        return text;
    }

    private static List<String> body(Violation violation, List<Evidence> evidence) {
        List<String> text = new ArrayList<>();
        int shown = Math.min(violation.lines().size(), MOST_DIFFERENCES);
        text.addAll(table(violation.lines().subList(0, shown)));
        int more = violation.lines().size() - shown;
        if (more > 0) {
            String all = String.join("\n", table(violation.lines()));
            evidence.add(new Evidence("all differences", all));
            text.add("  and " + more + " more, see 'all differences' in the report");
        }
        if (violation.compared() > 0) {
            text.add(
                    String.format(
                            "  %d of %d compared values differ",
                            violation.lines().size(), violation.compared()));
        }
        violation
                .order()
                .ifPresent(
                        order -> {
                            text.add("Order:   expected " + order.expected());
                            text.add("         got      " + order.actual());
                        });
        violation.drawn().ifPresent(drawn -> text.add("Case:    " + indent(drawn)));
        return text;
    }

    private static String indent(String text) {
        return text.strip().replace("\n", "\n         ");
    }

    /**
     * The differences in columns, each place as a line of its own before its differences. A cell
     * that is too wide pushes only the rest of its own line out.
     */
    private static List<String> table(List<Violation.Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        int where = width(lines.stream().map(Violation.Line::where));
        int expected =
                Math.max("expected".length(), width(lines.stream().map(Violation.Line::expected)));
        String format = "  %-" + where + "s  %-" + expected + "s  %s";
        List<String> table = new ArrayList<>();
        table.add(String.format(format, "", "expected", "actual"));
        String place = "";
        for (Violation.Line line : lines) {
            if (!line.place().equals(place)) {
                place = line.place();
                table.add("  " + place + ":");
            }
            table.add(String.format(format, line.where(), line.expected(), line.actual()));
        }
        return table;
    }

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).filter(n -> n <= WIDEST).max().orElse(1);
    }

    private Optional<String> hint(Subject subject, Decision decision) {
        if (decision.violation().isEmpty()) {
            return Optional.empty();
        }
        return decision.violation()
                .flatMap(Violation::hint)
                .or(() -> clauses(subject).stream().findFirst().map(Clause::whatToCheck));
    }
}
