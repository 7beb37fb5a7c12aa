package probity.report.allure;

import io.qameta.allure.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.report.Ruling;
import probity.report.Subject;

/** Labels and description of a result. */
final class Texts {
    /** Results of this framework are scenarios; a reader of results counts them by it. */
    static final String FRAMEWORK = "probity";

    private Texts() {}

    static List<Label> labels(String address, Ruling ruling, Optional<Clause> clause) {
        Subject subject = ruling.subject();
        List<Label> labels = new ArrayList<>();
        label(labels, "epic", subject.chapter());
        label(labels, "feature", subject.feature());
        label(labels, "story", clause.map(c -> c.id() + " " + c.title()).orElseGet(subject::name));
        label(labels, "severity", severity(subject.strength()));
        label(labels, "parentSuite", address);
        label(labels, "suite", subject.chapter());
        label(labels, "subSuite", subject.feature());
        label(labels, "tag", subject.chapter());
        subject.clauses().forEach(id -> label(labels, "tag", id));
        label(labels, "tag", subject.strength().name());
        label(labels, "tag", subject.kind().name().toLowerCase(Locale.ROOT));
        label(labels, "framework", FRAMEWORK);
        label(labels, "language", "gherkin");
        return labels;
    }

    private static void label(List<Label> labels, String name, String value) {
        labels.add(new Label().setName(name).setValue(value));
    }

    private static String severity(Strength strength) {
        return switch (strength) {
            case MUST -> "critical";
            case SHOULD -> "normal";
            case MAY -> "minor";
        };
    }

    /** Markdown: the clause, the notes, where it is written. */
    static String description(Ruling ruling, Optional<Clause> clause) {
        StringBuilder text = new StringBuilder();
        clause.ifPresent(
                c ->
                        text.append("**")
                                .append(c.id())
                                .append("** (")
                                .append(c.strength())
                                .append(", ")
                                .append(c.status().name().toLowerCase(Locale.ROOT))
                                .append("; ")
                                .append(c.source())
                                .append("): ")
                                .append(c.text())
                                .append("\n\n*Not executed when:* ")
                                .append(c.notExecutedWhen())
                                .append("\n\n*What to check if it fails:* ")
                                .append(c.whatToCheck())
                                .append("\n\n"));
        ruling.notes().forEach(note -> text.append("*Note:* ").append(note).append("\n\n"));
        if (!ruling.subject().source().isEmpty()) {
            text.append("`").append(ruling.subject().source()).append("`");
        }
        return text.toString();
    }
}
