package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.catalogue.Strength;

/** The checks' own declarations: clauses, hints, tests. */
class CheckTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final Path TESTS = MODULE.resolve("src/test/java/probity/judge");

    @Test
    void everyClauseHasItsChecksAndNothingElseHas() {
        List<String> ids = Catalogue.load().clauses().stream().map(Clause::id).toList();

        assertThat(ClauseChecks.clauses()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckHelpsToDecideAClause(Check check) {
        assertThat(ClauseChecks.clauses())
                .anySatisfy(id -> assertThat(ClauseChecks.of(id)).contains(check));
    }

    @Test
    void everyMustClauseHasACheckThatDoesNotOnlyRecommend() {
        for (Clause clause : Catalogue.load().clauses()) {
            if (clause.strength() == Strength.MUST) {
                assertThat(ClauseChecks.of(clause.id()))
                        .as(clause.id())
                        .anyMatch(check -> !check.isRecommendation());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void hintsAreSentences(Check check) {
        assertThat(check.hint()).matches("[A-Z0-9a-z].*[.?]");
    }

    /** The tests show each check right and wrong; see {@link CheckCase}. */
    @Test
    void everyCheckHasATest() throws IOException {
        String tests;
        try (Stream<Path> files = Files.list(TESTS)) {
            tests =
                    files.filter(file -> file.toString().endsWith("Test.java"))
                            .filter(file -> !file.endsWith("CheckTest.java"))
                            .map(CheckTest::read)
                            .collect(Collectors.joining());
        }
        assertThat(Arrays.stream(Check.values()).map(Enum::name))
                .allSatisfy(name -> assertThat(tests).contains("Check." + name, '"' + name + ": "));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
