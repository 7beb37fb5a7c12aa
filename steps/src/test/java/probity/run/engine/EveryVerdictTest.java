package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.judge.Verdict;

class EveryVerdictTest {
    private static final String WAIVERS =
            Path.of("").toAbsolutePath().endsWith("steps")
                    ? "src/test/resources/probity/everyverdict/waivers.yaml"
                    : "steps/src/test/resources/probity/everyverdict/waivers.yaml";

    @TempDir Path results;

    @Test
    void everyVerdictOccursAndIsCountedOnce() throws Exception {
        EngineRuns.run(
                results, Map.of("probity.candidate", "java:miniature", "probity.waivers", WAIVERS));

        JsonNode totals =
                new ObjectMapper()
                        .readTree(results.resolve("probity-report.json").toFile())
                        .get("totals");
        for (Verdict verdict : Verdict.values()) {
            assertThat(totals.get(verdict.name()).asInt()).as(verdict.name()).isPositive();
        }
    }
}
