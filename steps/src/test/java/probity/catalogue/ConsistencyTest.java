package probity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checks of the specification find what they are for: miniature features, each broken once. */
class ConsistencyTest {
    private static final String CLAUSE =
            """
              - id: PTR-%s
                title: a title
                text: a text
                strength: MUST
                status: ASKED
                source: {author: A. Author, date: 2023-08-03, basis: a wish}
                notExecutedWhen: never
                whatToCheck: everything
            """;
    private static final String GLUE = "probity.catalogue.broken";

    @Test
    void whatFitsHasNoProblems() {
        assertThat(problems("sound", CLAUSE.formatted("01"))).isEmpty();
    }

    @Test
    void aClauseNeedsAScenarioOrAReason() {
        String second = CLAUSE.formatted("02");

        assertThat(problems("sound", CLAUSE.formatted("01") + second))
                .containsExactly(
                        "Clause PTR-02 has neither a scenario nor a reason for having none.");
        assertThat(problems("sound", CLAUSE.formatted("01") + second + "    untested: a reason\n"))
                .isEmpty();
    }

    @Test
    void aReasonForHavingNoneContradictsAScenario() {
        assertThat(problems("sound", CLAUSE.formatted("01") + "    untested: a reason\n"))
                .containsExactly("Clause PTR-01 has scenarios, and also a reason for having none.");
    }

    @Test
    void tagsMustNameOneKnownClauseOfTheChapter() {
        assertThat(problems("tags", CLAUSE.formatted("01") + CLAUSE.formatted("02")))
                .containsExactly(
                        "ptr/tags.feature:3: the scenario 'without clause' has no clause.",
                        "ptr/tags.feature:8: the scenario 'with two' has 2 clauses; it can decide"
                                + " one only.",
                        "ptr/tags.feature:13: the scenario 'unknown' has the unknown tag @PTR-99.",
                        "ptr/tags.feature:13: the scenario 'unknown' has no clause.",
                        "sym/folder.feature:4: the scenario 'elsewhere' decides PTR-01 outside of"
                                + " its chapter's folder.");
    }

    @Test
    void namesMustDifferWithinAFile() {
        assertThat(problems("names", CLAUSE.formatted("01")))
                .containsExactly(
                        "ptr/names.feature:10: the scenario 'twice' has the name of another one in"
                                + " its file.");
    }

    @Test
    void stepsMustHaveExactlyOneMeaning() {
        assertThat(problems("steps", CLAUSE.formatted("01")))
                .containsExactly(
                        "ptr/steps.feature:11: the scenario 'toothless' has no then-step, so that"
                                + " it cannot fail.",
                        "ptr/steps.feature:5: the step 'this was never defined' does not match"
                                + " exactly one definition.",
                        "ptr/steps.feature:6: the step 'this is ambiguous' does not match"
                                + " exactly one definition.");
    }

    @Test
    void everyDefinitionMustBeUsed() {
        Rehearsal rehearsal = Rehearsal.of(features("sound"), "probity.catalogue.broken.unused");

        assertThat(Consistency.problems(catalogue(CLAUSE.formatted("01")), rehearsal))
                .anySatisfy(
                        problem ->
                                assertThat(problem)
                                        .startsWith("No feature uses the step 'nobody says this'"));
    }

    private static List<String> problems(String set, String clauses) {
        List<String> all =
                Consistency.problems(catalogue(clauses), Rehearsal.of(features(set), GLUE));
        return all.stream().filter(problem -> !problem.startsWith("No feature uses")).toList();
    }

    private static String features(String set) {
        return "classpath:/probity/catalogue/broken/" + set;
    }

    private static Catalogue catalogue(String clauses) {
        return Catalogue.read(Map.of("ptr.yaml", "chapter: PTR\nclauses:\n" + clauses));
    }
}
