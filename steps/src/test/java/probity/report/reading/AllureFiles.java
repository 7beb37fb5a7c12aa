package probity.report.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import probity.judge.Verdict;
import probity.report.Totals;

/** Reads Allure's result files; the kit's own findings are left out. */
public final class AllureFiles {
    private AllureFiles() {}

    /** How many results have the status of a kind of verdict. */
    public static int count(Path directory, Verdict.Kind kind) {
        String status =
                switch (kind) {
                    case SUCCESS -> "passed";
                    case FAILURE -> "failed";
                    case ERROR -> "broken";
                    case SKIP -> "skipped";
                };
        return (int)
                results(directory).stream()
                        .filter(result -> result.get("status").asText().equals(status))
                        .count();
    }

    /** How often there is each verdict, by the parameter of that name. */
    public static Totals verdicts(Path directory) {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode result : results(directory)) {
            String word = named(result, "parameters", "verdict");
            verdicts.add(Verdict.valueOf(word.replace(' ', '_')));
        }
        return Totals.ofVerdicts(verdicts);
    }

    /** The different values of one field. */
    public static Set<String> values(Path directory, String field) {
        Set<String> values = new TreeSet<>();
        results(directory).forEach(result -> values.add(result.get(field).asText()));
        return values;
    }

    private static List<JsonNode> results(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<JsonNode> results = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                JsonNode result = new ObjectMapper().readTree(file.toFile());
                if (named(result, "labels", "framework").equals("probity")) {
                    results.add(result);
                }
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(JsonNode result, String list, String name) {
        for (JsonNode element : result.get(list)) {
            if (element.get("name").asText().equals(name)) {
                return element.get("value").asText();
            }
        }
        return "";
    }
}
