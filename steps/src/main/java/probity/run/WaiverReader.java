package probity.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import probity.catalogue.Catalogue;
import probity.spi.Diagnostic;

/**
 * Reads waivers: a YAML list of maps with the keys candidate, clause, scenario (optional), message
 * and reason. Strict: what is misspelt, missing or unknown is an error.
 */
final class WaiverReader {
    private static final List<String> REQUIRED =
            List.of("candidate", "clause", "message", "reason");
    private static final String SCENARIO = "scenario";

    private final Catalogue catalogue;
    private final List<String> problems = new ArrayList<>();

    private WaiverReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Waivers read(Path file, Catalogue catalogue) throws InvalidSettings {
        WaiverReader reader = new WaiverReader(catalogue);
        List<Waiver> waivers = reader.waivers(file);
        if (!reader.problems.isEmpty()) {
            throw new InvalidSettings(
                    List.of(
                            new Diagnostic(
                                    "bad-waivers",
                                    "The waivers in '" + file + "' are not well formed.",
                                    reader.problems,
                                    "Each needs "
                                            + String.join(", ", REQUIRED)
                                            + "; '"
                                            + SCENARIO
                                            + "' narrows it to one scenario.")));
        }
        return new Waivers(waivers);
    }

    private List<Waiver> waivers(Path file) {
        List<Waiver> waivers = new ArrayList<>();
        try {
            JsonNode root =
                    new ObjectMapper(new YAMLFactory())
                            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                            .readTree(Files.readString(file));
            if (!root.isArray()) {
                problems.add("The file is no list.");
            }
            for (int i = 0; i < root.size() && root.isArray(); i++) {
                waiver("Waiver " + (i + 1), root.get(i)).ifPresent(waivers::add);
            }
        } catch (IOException e) {
            problems.add("It cannot be read: " + e.getMessage());
        }
        return waivers;
    }

    private Optional<Waiver> waiver(String where, JsonNode node) {
        int before = problems.size();
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(REQUIRED);
        unknown.remove(SCENARIO);
        unknown.forEach(key -> problems.add(where + ": the key '" + key + "' is unknown."));
        for (String key : REQUIRED) {
            if (node.path(key).asText().isBlank()) {
                problems.add(where + ": the key '" + key + "' is missing or empty.");
            }
        }
        String clause = node.path("clause").asText();
        if (!clause.isEmpty() && catalogue.find(clause).isEmpty()) {
            problems.add(where + ": there is no clause '" + clause + "'.");
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Waiver(
                        node.get("candidate").asText(),
                        clause,
                        Optional.ofNullable(node.get(SCENARIO)).map(JsonNode::asText),
                        node.get("message").asText(),
                        node.get("reason").asText()));
    }
}
