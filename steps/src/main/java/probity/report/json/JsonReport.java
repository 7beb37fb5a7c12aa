package probity.report.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.catalogue.Clause;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.ClauseVerdicts;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.Subject;
import probity.report.Totals;

/**
 * The record of a run as JSON. Its schema is the resource {@code
 * probity/report/probity-report.schema.json}; a change that breaks readers raises {@link #SCHEMA}.
 */
public final class JsonReport {
    /** The file's name. */
    public static final String FILE = "probity-report.json";

    /** The version of the schema. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunReport report;

    private JsonReport(RunReport report) {
        this.report = report;
    }

    /** Renders a run. */
    public static String render(RunReport report) {
        return new JsonReport(report).root().toPrettyString() + "\n";
    }

    private ObjectNode root() {
        ObjectNode root = JSON.createObjectNode();
        root.put("schemaVersion", SCHEMA);
        root.put("kitVersion", report.kitVersion());
        root.put("started", report.started().toString());
        root.put("durationMillis", report.duration().toMillis());
        root.put("filter", report.filter().orElse(null));
        report.notes().forEach(root.putArray("notes")::add);
        root.set("totals", totals(report.totals()));
        ArrayNode candidates = root.putArray("candidates");
        report.candidates().forEach(candidate -> candidates.add(candidate(candidate)));
        return root;
    }

    private ObjectNode candidate(CandidateReport candidate) {
        ObjectNode node = JSON.createObjectNode();
        node.put("address", candidate.address());
        node.set("description", candidate.description().map(DescriptionJson::of).orElse(null));
        node.set("totals", totals(candidate.totals()));
        ArrayNode clauses = node.putArray("clauses");
        clauseRulings(candidate).forEach((id, rulings) -> clauses.add(clause(id, rulings)));
        ArrayNode scenarios = node.putArray("scenarios");
        candidate.rulings().forEach(ruling -> scenarios.add(scenario(ruling)));
        return node;
    }

    /** Clauses without a scenario are listed too, unless the run was filtered. */
    private Map<String, List<Ruling>> clauseRulings(CandidateReport candidate) {
        Map<String, List<Ruling>> found = ClauseVerdicts.byClause(candidate.rulings());
        if (report.filter().isPresent()) {
            return found;
        }
        Map<String, List<Ruling>> all = new LinkedHashMap<>();
        report.clauses().forEach(clause -> all.put(clause.id(), List.of()));
        all.putAll(found);
        return all;
    }

    private ObjectNode clause(String id, List<Ruling> rulings) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id);
        node.put("title", report.clause(id).map(Clause::title).orElse(""));
        node.put("strength", report.clause(id).map(c -> c.strength().name()).orElse("MUST"));
        node.put("verdict", ClauseVerdicts.overall(rulings).name());
        if (rulings.isEmpty()) {
            report.clause(id).flatMap(Clause::untested).ifPresent(why -> node.put("reason", why));
        }
        ArrayNode scenarios = node.putArray("scenarios");
        rulings.forEach(ruling -> scenarios.add(ruling.subject().id()));
        return node;
    }

    private static ObjectNode scenario(Ruling ruling) {
        Subject subject = ruling.subject();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", subject.id());
        node.put("kind", subject.kind().name());
        subject.clauses().forEach(node.putArray("clauses")::add);
        node.put("chapter", subject.chapter());
        node.put("feature", subject.feature());
        node.put("name", subject.name());
        node.put("source", subject.source());
        node.put("strength", subject.strength().name());
        node.put("verdict", ruling.verdict().name());
        node.put("reason", ruling.reason());
        node.put("message", ruling.screen());
        ruling.notes().forEach(node.putArray("notes")::add);
        node.put("durationMillis", ruling.duration().toMillis());
        return node;
    }

    private static ObjectNode totals(Totals totals) {
        ObjectNode node = JSON.createObjectNode();
        for (Verdict verdict : Verdict.values()) {
            node.put(verdict.name(), totals.of(verdict));
        }
        return node;
    }
}
