package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Path SOURCE = MODULE.resolve("src/main/java/probity/judge/Check.java");
    private static final Path TESTS = MODULE.resolve("src/test/java/probity/judge");
    private static final Pattern ROW =
            Pattern.compile("<tr><td>([A-Z]{3}-[0-9]{2})</td><td>(.*?)</td></tr>", Pattern.DOTALL);

    @Test
    void theTableSaysWhatTheConstantsSay() throws IOException {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(Files.readString(SOURCE));
        while (rows.find()) {
            Set<String> checks = new TreeSet<>();
            Matcher names = Pattern.compile("[A-Z]+_?[A-Z_]{3,}").matcher(rows.group(2));
            while (names.find()) {
                checks.add(names.group());
            }
            table.put(rows.group(1), checks);
        }
        Map<String, Set<String>> constants = new LinkedHashMap<>();
        for (String clause : table.keySet()) {
            constants.put(
                    clause,
                    Check.of(clause).stream()
                            .map(Enum::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(table).isEqualTo(constants).hasSizeGreaterThan(50);
    }

    @Test
    void everyClauseHasACheckAndEveryCheckItsClauses() {
        Catalogue catalogue = Catalogue.load();
        for (Clause clause : catalogue.clauses()) {
            assertThat(Check.of(clause.id())).as(clause.id()).isNotEmpty();
        }
        for (Check check : Check.values()) {
            assertThat(check.clauses()).as(check.name()).isNotEmpty();
            assertThat(check.clauses())
                    .as(check.name())
                    .allMatch(id -> catalogue.find(id).isPresent());
        }
    }

    @Test
    void aCheckThatOnlyRecommendsServesNoClauseAlone() {
        Catalogue catalogue = Catalogue.load();
        for (Clause clause : catalogue.clauses()) {
            if (clause.strength() == Strength.MUST) {
                assertThat(Check.of(clause.id()))
                        .as(clause.id())
                        .anyMatch(check -> !check.isRecommendation());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void hintsAreSentences(Check check) {
        assertThat(check.hint()).matches("[A-Z0-9a-z].*[.?]");
        assertThat(check.subject()).isNotBlank().doesNotEndWith(".");
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
