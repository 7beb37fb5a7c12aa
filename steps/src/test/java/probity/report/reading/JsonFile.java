package probity.report.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import probity.judge.Verdict;
import probity.report.Totals;

/** Reads {@code probity-report.json} as another program would. */
public final class JsonFile {
    private JsonFile() {}

    /** The totals that it states. */
    public static Totals totals(String json) {
        return totals(read(json).get("totals"));
    }

    /** The totals of the scenarios that it lists. */
    public static Totals countedScenarios(String json) {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode candidate : read(json).get("candidates")) {
            for (JsonNode scenario : candidate.get("scenarios")) {
                verdicts.add(Verdict.valueOf(scenario.get("verdict").asText()));
            }
        }
        return Totals.ofVerdicts(verdicts);
    }

    /** The sum of the totals that it states per candidate. */
    public static Totals summedCandidates(String json) {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode candidate : read(json).get("candidates")) {
            verdicts.addAll(spread(candidate.get("totals")));
        }
        return Totals.ofVerdicts(verdicts);
    }

    /** The totals that one of its nodes states. */
    public static Totals totals(JsonNode node) {
        return Totals.ofVerdicts(spread(node));
    }

    private static List<Verdict> spread(JsonNode node) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            for (int i = 0; i < node.get(verdict.name()).asInt(); i++) {
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
