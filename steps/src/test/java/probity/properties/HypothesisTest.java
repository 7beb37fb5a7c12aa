package probity.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.run.Violation;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Side;

/** What a random case that fails leaves behind. */
class HypothesisTest {
    private static final String PROPERTY = "TransparencyProperties.hooksCannotBeFelt";

    /** Handlers at the exit of leaf see a wrong x0. */
    private static final UnaryOperator<Execution> WRONG_RESULT =
            seen -> {
                Execution spoiled = seen;
                for (Event event : seen.events()) {
                    if (event.side() == Side.EXIT && event.function().equals("leaf")) {
                        spoiled =
                                Spoil.captured(event.sequence(), "first", "x0", 0xbadL)
                                        .apply(spoiled);
                    }
                }
                return spoiled;
            };

    @TempDir Path folder;

    private Violation violation(LoneTrial trial) {
        Scope scope = new Scope(trial.description(), trial.targets());
        Hypothesis hypothesis = new Hypothesis(trial, Theme.CONTEXT, PROPERTY);
        LoneTrial.Violated thrown =
                catchThrowableOfType(
                        LoneTrial.Violated.class,
                        () -> {
                            for (long seed = 0; seed < 300; seed++) {
                                Plan plan = new Recipe(seed).plan(scope, Theme.CONTEXT);
                                hypothesis.holdsFor(plan, seed);
                            }
                        });
        assertThat(thrown).as("some plan fails").isNotNull();
        return thrown.violation();
    }

    private LoneTrial wrong() {
        return new LoneTrial(new ToyDescription(), Toy.plain().spoil(WRONG_RESULT), folder);
    }

    @Test
    void theCaseIsShrunkAndShownInKernelTerms() {
        Violation violation = violation(wrong());
        assertThat(violation.drawn().orElseThrow().lines().toList())
                .hasSize(4)
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .matches(" 0  attach (multi|session) p\\d+ to leaf"),
                        line -> assertThat(line).contains("at exit: capture first"),
                        line -> assertThat(line).matches(" 1  call \\S+ on task \\d, cpu 0: .*"),
                        line -> assertThat(line).matches("\\(seed \\d+\\)"));
        assertThat(violation.title()).contains("x0 should be").contains("but is 0xbad");
        assertThat(violation.lines()).allMatch(line -> line.where().contains("x0"));
        assertThat(violation.compared()).isGreaterThan(10);
        assertThat(violation.order()).isPresent();
    }

    @Test
    void theFileOfTheCaseRepeatsIt() throws Exception {
        LoneTrial trial = wrong();
        Violation violation = violation(trial);
        assertThat(violation.replay()).hasSize(1);
        Path file = Path.of(violation.replay().get(0).replace("-Dprobity.replay=", ""));
        assertThat(Files.exists(file)).isTrue();

        RandomCase kept = RandomCase.read(file);

        assertThat(kept.property()).isEqualTo(PROPERTY);
        Hypothesis again = new Hypothesis(wrong(), Theme.CONTEXT, PROPERTY);
        assertThatThrownBy(() -> again.holdsFor(kept.plan(), kept.seed()))
                .isInstanceOfSatisfying(
                        LoneTrial.Violated.class,
                        thrown -> assertThat(thrown.violation()).isEqualTo(violation));
    }

    @Test
    void theEvidenceIsThatOfTheShrunkCase() {
        LoneTrial trial = wrong();
        violation(trial);
        assertThat(trial.evidence().keySet()).contains("plan", "events", "registers");
        assertThat(trial.evidence().get("plan")).hasLineCount(3);
    }

    @Test
    void aRightCandidatePasses() {
        LoneTrial trial = new LoneTrial(new ToyDescription(), Toy.plain(), folder);
        Scope scope = new Scope(trial.description(), trial.targets());
        List<Integer> sizes = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            Plan plan = new Recipe(seed).plan(scope, Theme.SYMMETRY);
            new Hypothesis(trial, Theme.SYMMETRY, PROPERTY).holdsFor(plan, seed);
            sizes.add(plan.steps().size());
        }
        assertThat(sizes).hasSize(50).anyMatch(size -> size > 8);
    }

    @Test
    void aFileThatIsNoCaseSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "[]");
        assertThatThrownBy(() -> RandomCase.read(file))
                .hasMessageContaining("This is no RandomCase");
        assertThatThrownBy(() -> RandomCase.read(folder.resolve("gone.json")))
                .hasMessageContaining("cannot be read");
    }
}
