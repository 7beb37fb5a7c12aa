package probity.designs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import probity.reference.Design;
import probity.reference.ReferenceProvider;
import probity.report.ResultsDirectory;
import probity.report.allure.KitFinding;

/** Judges every sensible design of the reference by every scenario, and says what each costs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignMatrixTest {
    private static final String REGENERATE = "regenerate";

    /** Runs of conformance share nothing that changes. */
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    private final List<String> addresses =
            new ReferenceProvider().known().stream().filter(it -> it.contains(":")).toList();
    private final List<Future<JudgedDesign>> judged = new ArrayList<>();

    @BeforeAll
    void judge() {
        addresses.forEach(it -> judged.add(executor.submit(() -> JudgedDesign.of(it))));
    }

    @AfterAll
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void every_sensible_design_is_judged() {
        assertThat(addresses)
                .containsExactlyElementsOf(
                        Design.all().stream().map(it -> "reference:" + it.name()).toList());
    }

    @TestFactory
    Stream<DynamicTest> a_design_conforms() {
        return Stream.iterate(0, i -> i < addresses.size(), i -> i + 1)
                .map(
                        i ->
                                DynamicTest.dynamicTest(
                                        addresses.get(i),
                                        () ->
                                                assertThat(judged.get(i).get().complaints())
                                                        .as(addresses.get(i))
                                                        .isEmpty()));
    }

    @Test
    void the_committed_table_is_what_was_found() throws Exception {
        List<JudgedDesign> designs = new ArrayList<>();
        for (Future<JudgedDesign> design : judged) {
            designs.add(design.get());
        }
        DesignMatrix matrix = new DesignMatrix(designs);
        KitFinding.publish(
                ResultsDirectory.standard(),
                "designs.md",
                DesignMatrix.TITLE,
                designs.stream().allMatch(it -> it.complaints().isEmpty())
                        ? ""
                        : "Not every design conforms.",
                matrix.table());
        System.out.println(matrix.table().toText());

        Path committed = committed();
        if (Boolean.getBoolean(REGENERATE)) {
            Files.writeString(committed, matrix.markdown());
        }
        assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                .as(
                        "docs/designs.md is not what was found; if the change is meant, run"
                                + " mvn test -pl steps -am -Dtest=DesignMatrixTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                                + REGENERATE
                                + "=true and commit it")
                .isEqualTo(matrix.markdown());
    }

    private static Path committed() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return module.resolveSibling("docs").resolve("designs.md");
    }
}
