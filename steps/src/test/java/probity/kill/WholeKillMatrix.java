package probity.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import probity.candidates.Miniatures;
import probity.catalogue.Catalogue;
import probity.report.ResultsDirectory;
import probity.report.allure.KitFinding;

/**
 * The kill matrix with everything judged by everything; takes minutes. The profile {@code kill-all}
 * runs it, and nothing else does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeKillMatrix {
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path COMMITTED = BASE.resolve("../docs/kill-matrix.md").normalize();
    private static final Path FOUND = BASE.resolve("target/kill-matrix.md");

    private final Outcomes outcomes = new Outcomes(Miniatures.all(), it -> "*");

    @TestFactory
    Stream<DynamicTest> a_clause_fails_its_wrong_candidate() {
        return outcomes.theWrongFail(it -> "wrong:" + it.name());
    }

    @TestFactory
    Stream<DynamicTest> nothing_fails_the_twin() {
        return outcomes.theTwinsPass(it -> "twin:" + it.name());
    }

    @Test
    void the_matrix_is_what_is_committed() throws IOException {
        KillMatrix matrix = new KillMatrix(Catalogue.load().clauses(), outcomes.all());
        KitFinding.publish(
                ResultsDirectory.standard(),
                "kill-matrix.md",
                KillMatrix.TITLE,
                "",
                matrix.byClause(),
                matrix.beyond(),
                matrix.idle(),
                matrix.cross());
        Files.writeString(FOUND, matrix.markdown());

        assertThat(COMMITTED)
                .as("what %s holds: copy it to docs/kill-matrix.md", FOUND)
                .hasSameTextualContentAs(FOUND);
    }
}
