package probity.report.recorded;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import probity.judge.Verdict;

/**
 * A recording as a YAML file: name, version and, by clause and title, either the verdict or a map
 * of verdict, reason and finding. Reading is strict: what is misspelt, missing or unknown is an
 * error, and so is a FAIL that no finding explains.
 */
public final class RecordingFile {
    /** How the names of recordings end. */
    public static final String SUFFIX = ".yaml";

    private static final ObjectMapper YAML =
            new ObjectMapper(
                            YAMLFactory.builder()
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                    .build())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> KEYS = Set.of("name", "version", "results");
    private static final Set<String> RESULT_KEYS = Set.of("verdict", "reason", "finding");

    /** What says something of a candidate; the others say that nothing can be said. */
    private static final List<Verdict> RECORDABLE =
            List.of(
                    Verdict.PASS,
                    Verdict.FAIL,
                    Verdict.NOT_MET,
                    Verdict.UNSUPPORTED,
                    Verdict.UNTESTED);

    private final List<String> problems = new ArrayList<>();

    private RecordingFile() {}

    /** The text of a file. */
    public static String write(Recording recording) {
        ObjectNode root = YAML.createObjectNode();
        root.put("name", recording.name());
        root.put("version", recording.version());
        ObjectNode results = root.putObject("results");
        recording
                .results()
                .forEach(
                        (place, result) -> {
                            ObjectNode clause = results.withObjectProperty(place.clause());
                            clause.set(place.title(), node(result));
                        });
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as YAML.", e);
        }
    }

    private static JsonNode node(Result result) {
        if (result.reason().isEmpty() && result.verdict() != Verdict.FAIL) {
            return YAML.getNodeFactory().textNode(result.verdict().name());
        }
        ObjectNode node = YAML.createObjectNode();
        node.put("verdict", result.verdict().name());
        node.put("reason", result.reason());
        if (result.verdict() == Verdict.FAIL) {
            node.put("finding", result.finding());
        }
        return node;
    }

    /**
     * Reads a file.
     *
     * @throws BadRecording if anything is wrong with it
     */
    public static Recording read(Path file) throws BadRecording {
        RecordingFile reader = new RecordingFile();
        Recording recording = reader.recording(file);
        if (!reader.problems.isEmpty()) {
            throw new BadRecording(file, reader.problems);
        }
        return recording;
    }

    private Recording recording(Path file) {
        SortedMap<Place, Result> results = new TreeMap<>();
        JsonNode root = YAML.createObjectNode();
        try {
            root = YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            problems.add("It cannot be read: " + e.getMessage());
            return new Recording("", "", results);
        }
        unknown("It", root, KEYS);
        for (String key : List.of("name", "version")) {
            if (root.path(key).asText().isBlank()) {
                problems.add("The key '" + key + "' is missing or empty.");
            }
        }
        if (!root.path("results").isObject()) {
            problems.add("The key 'results' is missing, or no map of clauses.");
        }
        root.path("results")
                .properties()
                .forEach(
                        clause ->
                                clause.getValue()
                                        .properties()
                                        .forEach(
                                                each -> {
                                                    Place place =
                                                            new Place(
                                                                    clause.getKey(), each.getKey());
                                                    result(place, each.getValue())
                                                            .ifPresent(r -> results.put(place, r));
                                                }));
        return new Recording(root.path("name").asText(), root.path("version").asText(), results);
    }

    private Optional<Result> result(Place place, JsonNode node) {
        unknown(place.toString(), node, RESULT_KEYS);
        String word = node.isTextual() ? node.asText() : node.path("verdict").asText();
        Optional<Verdict> verdict =
                RECORDABLE.stream().filter(known -> known.name().equals(word)).findFirst();
        if (verdict.isEmpty()) {
            problems.add(
                    place
                            + ": '"
                            + word
                            + "' is none of the verdicts that can be recorded: "
                            + RECORDABLE.stream().map(Verdict::name).toList());
            return Optional.empty();
        }
        String finding = node.path("finding").asText();
        boolean failed = verdict.get() == Verdict.FAIL;
        if (failed && (finding.isBlank() || node.path("reason").asText().isBlank())) {
            problems.add(place + ": a FAIL needs a reason, and a finding that explains it.");
        }
        if (!failed && !finding.isEmpty()) {
            problems.add(place + ": a finding explains a FAIL only.");
        }
        return Optional.of(
                new Result(verdict.get(), Wording.of(node.path("reason").asText()), finding));
    }

    private void unknown(String where, JsonNode node, Set<String> known) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        keys.removeAll(known);
        keys.forEach(key -> problems.add(where + ": the key '" + key + "' is unknown."));
    }
}
