package probity.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which package may use which, and what from outside. The arrows are those of the design. */
@Execution(ExecutionMode.CONCURRENT)
class ArrowsTest {
    private static final String[] JUDGE = {
        "spi", "catalogue", "judge", "report", "run", "steps", "properties"
    };

    /** Per package what it may use of Probity, besides itself. */
    private static final Map<String, List<String>> ARROWS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("spi", List.of()),
                            Map.entry("targets", List.of("spi")),
                            Map.entry("machine", List.of("spi")),
                            Map.entry("reference", List.of("spi", "targets", "machine")),
                            Map.entry(
                                    "assembly", List.of("spi", "targets", "machine", "reference")),
                            Map.entry("linux", List.of("spi")),
                            Map.entry(
                                    "candidates",
                                    List.of("spi", "targets", "machine", "reference")),
                            Map.entry("catalogue", List.of("spi")),
                            Map.entry("judge", List.of("spi")),
                            Map.entry("report", List.of(JUDGE)),
                            Map.entry("run", List.of(JUDGE)),
                            Map.entry("steps", List.of(JUDGE)),
                            Map.entry("properties", List.of(JUDGE))));

    /** Per package what it may use from outside of Probity and the JDK; others may use anything. */
    private static final Map<String, List<String>> OUTSIDE =
            new TreeMap<>(
                    Map.of(
                            "spi", List.of(),
                            "judge", List.of(),
                            "targets", List.of("net.fornwall.jelf"),
                            "machine", List.of("net.fornwall.jelf"),
                            "reference", List.of("net.fornwall.jelf"),
                            "assembly", List.of("net.fornwall.jelf"),
                            "candidates", List.of("net.fornwall.jelf"),
                            "linux", List.of("com.sun.management", "org.apache.commons.compress"),
                            "catalogue", List.of("com.fasterxml.jackson", "io.cucumber")));

    @Test
    void everyPackageHasItsArrows() {
        List<String> existing =
                Repository.modules().stream()
                        .flatMap(module -> Repository.packages(module).stream())
                        .toList();

        assertThat(existing).contains("spi").doesNotHaveDuplicates();
        assertThat(ARROWS.keySet())
                .as("packages with sources; a new one needs its line in ARROWS")
                .containsAll(existing);
    }

    @Test
    void everyPackageWithSourcesWasRead() {
        List<String> read = Code.ALL.stream().map(Code::packageOf).distinct().toList();

        assertThat(read)
                .containsAll(
                        Repository.modules().stream()
                                .flatMap(module -> Repository.packages(module).stream())
                                .toList());
    }

    @TestFactory
    Stream<DynamicTest> usesOnly() {
        return present(ARROWS)
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey() + " uses only " + entry.getValue(),
                                        () -> usesOnly(entry.getKey(), entry.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> needsFromOutsideOnly() {
        return present(OUTSIDE)
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey()
                                                + " needs only the JDK and "
                                                + entry.getValue(),
                                        () -> needsOnly(entry.getKey(), entry.getValue())));
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("probity.(*)..").should().beFreeOfCycles().check(Code.ALL);
        slices().matching("probity.(**)").should().beFreeOfCycles().check(Code.ALL);
    }

    private static void usesOnly(String name, List<String> others) {
        String[] forbidden =
                ARROWS.keySet().stream()
                        .filter(other -> !other.equals(name) && !others.contains(other))
                        .map(other -> "probity." + other + "..")
                        .toArray(String[]::new);
        if (forbidden.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage("probity." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(Code.ALL);
        }
    }

    private static void needsOnly(String name, List<String> outside) {
        String[] allowed =
                Stream.concat(Stream.of("probity", "java"), outside.stream())
                        .map(root -> root + "..")
                        .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("probity." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(Code.ALL);
    }

    /** The entries of packages that exist; a rule about classes that do not exist is an error. */
    private static Stream<Map.Entry<String, List<String>>> present(
            Map<String, List<String>> rules) {
        List<String> read = Code.ALL.stream().map(Code::packageOf).distinct().toList();
        return rules.entrySet().stream().filter(entry -> read.contains(entry.getKey()));
    }
}
