package probity.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one chapter of the catalogue. Strict: an unknown or missing key, an empty text or a value
 * out of range is a problem, and all problems are collected before anybody hears of them.
 */
final class ChapterReader {
    static final List<String> REQUIRED =
            List.of(
                    "id",
                    "title",
                    "text",
                    "strength",
                    "status",
                    "source",
                    "notExecutedWhen",
                    "whatToCheck");
    private static final List<String> OPTIONAL = List.of("sharpened", "untested");
    private static final List<String> SOURCE = List.of("author", "date", "basis");

    private final String file;
    private final List<String> problems;

    ChapterReader(String file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The clauses that are well formed; what is not adds to the problems. */
    List<Clause> read(String yaml) {
        JsonNode root;
        try {
            root =
                    new ObjectMapper(new YAMLFactory())
                            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                            .readTree(yaml);
        } catch (JsonProcessingException e) {
            problems.add(file + " is not valid YAML: " + e.getOriginalMessage());
            return List.of();
        }
        keys("the file", root, List.of("chapter", "clauses"), List.of());
        String chapter = root.path("chapter").asText();
        List<Clause> clauses = new ArrayList<>();
        for (JsonNode node : root.path("clauses")) {
            clause(chapter, node).ifPresent(clauses::add);
        }
        if (root.path("clauses").isEmpty()) {
            problems.add(file + ": there is no clause.");
        }
        return clauses;
    }

    private Optional<Clause> clause(String chapter, JsonNode node) {
        int before = problems.size();
        String id = node.path("id").asText();
        String where = "clause " + (id.isEmpty() ? "without id" : id);
        keys(where, node, REQUIRED, OPTIONAL);
        if (!id.isEmpty() && !id.matches(chapter + "-[0-9]{2}")) {
            problem(where, "the id does not have the form " + chapter + "-NN.");
        }
        Strength strength = constant(where, node, "strength", Strength.class);
        Status status = constant(where, node, "status", Status.class);
        Source source = source(where, node.path("source"));
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Clause(
                        id,
                        chapter,
                        text(node, "title"),
                        text(node, "text"),
                        strength,
                        status,
                        source,
                        text(node, "notExecutedWhen"),
                        text(node, "whatToCheck"),
                        optional(node, "sharpened"),
                        optional(node, "untested")));
    }

    private Source source(String where, JsonNode node) {
        if (!node.isObject()) {
            return null; // reported as a missing or empty key
        }
        keys(where + ", source", node, SOURCE, List.of());
        String date = text(node, "date");
        try {
            return new Source(text(node, "author"), LocalDate.parse(date), text(node, "basis"));
        } catch (DateTimeParseException e) {
            problem(where, "the date '" + date + "' does not have the form YYYY-MM-DD.");
            return null;
        }
    }

    private <E extends Enum<E>> E constant(String where, JsonNode node, String key, Class<E> type) {
        String value = node.path(key).asText();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        if (!value.isEmpty()) {
            String known = Arrays.toString(type.getEnumConstants());
            problem(where, "'" + value + "' is no " + key + "; known are " + known + ".");
        }
        return null;
    }

    private void keys(String where, JsonNode node, List<String> required, List<String> optional) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(required);
        unknown.removeAll(optional);
        unknown.forEach(key -> problem(where, "the key '" + key + "' is unknown."));
        for (String key : required) {
            if (!node.has(key)) {
                problem(where, "the key '" + key + "' is missing.");
            }
        }
        node.properties()
                .forEach(
                        field -> {
                            JsonNode value = field.getValue();
                            if (!value.isContainerNode() && value.asText().isBlank()) {
                                problem(where, "the key '" + field.getKey() + "' is empty.");
                            }
                        });
    }

    private void problem(String where, String sentence) {
        problems.add(file + ": " + where + ": " + sentence);
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText().strip();
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return node.has(key) ? Optional.of(text(node, key)) : Optional.empty();
    }
}
