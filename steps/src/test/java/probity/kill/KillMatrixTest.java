package probity.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import probity.candidates.Miniature;
import probity.candidates.Miniatures;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.report.ResultsDirectory;
import probity.report.allure.KitFinding;

/** Proves the clauses: each fails its wrong candidate, says why, and lets the twin pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixTest {
    private final List<Clause> clauses = Catalogue.load().clauses();
    private final List<Miniature> miniatures = Miniatures.all();
    private final Outcomes outcomes = new Outcomes(miniatures, Miniature::clause);

    @Test
    void every_miniature_is_of_a_clause() {
        assertThat(KillMatrix.strays(clauses, miniatures)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_clause_fails_its_wrong_candidate() {
        return outcomes.theWrongFail(it -> it.clause() + " wrong:" + it.name());
    }

    @TestFactory
    Stream<DynamicTest> a_clause_lets_the_twin_pass() {
        return outcomes.theTwinsPass(it -> it.clause() + " twin:" + it.name());
    }

    @Test
    void every_must_clause_fails_a_wrong_candidate() {
        KillMatrix matrix = new KillMatrix(clauses, outcomes.all());
        List<String> unproven =
                matrix.unproven().stream()
                        .map(clause -> clause.id() + " " + clause.title())
                        .toList();
        KitFinding.publish(
                ResultsDirectory.standard(),
                "kill-matrix.md",
                KillMatrix.TITLE,
                unproven.isEmpty() ? "" : "Without a wrong candidate: " + unproven,
                matrix.byClause());

        assertThat(unproven).as("MUST clauses without a wrong candidate").isEmpty();
    }
}
