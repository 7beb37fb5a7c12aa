package probity.judge;

import java.util.Map;
import probity.spi.Counts;
import probity.spi.Execution;

/** Compares what was seen with what must be seen; finds all differences. */
public final class Comparison {
    private Comparison() {}

    /**
     * Compares everything that can be seen.
     *
     * @param actual what the plan showed with its probes
     * @param counts of each probe after the plan, by its name; may lack some
     */
    public static Findings compare(
            Expectation expectation, Execution actual, Map<String, Counts> counts) {
        return compare(expectation, Observed.of(actual, counts));
    }

    /** Compares everything that can be seen. */
    public static Findings compare(Expectation expectation, Observed observed) {
        return findings(scene(expectation, observed));
    }

    static Scene scene(Expectation expectation, Observed observed) {
        return Scene.of(expectation.answered(observed.execution()), observed);
    }

    static Findings findings(Scene scene) {
        new StepComparison(scene).run();
        new OrderComparison(scene).run();
        new ExitOrderComparison(scene).run();
        new HandedComparison(scene).run();
        new FieldComparison(scene).run();
        new SampleComparison(scene).run();
        new WalkComparison(scene).run();
        new TaskWalkComparison(scene).run();
        new HelperComparison(scene).run();
        new DataComparison(scene).run();
        new CountComparison(scene).run();
        new BodyComparison(scene).run();
        new CallerComparison(scene).run();
        new NestedComparison(scene).run();
        new ParityComparison(scene).run();
        new MachineComparison(scene).run();
        new PoisonComparison(scene).run();
        return scene.sheet().findings();
    }
}
