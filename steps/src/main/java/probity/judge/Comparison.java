package probity.judge;

/** Compares what was seen with what must be seen; finds all differences. */
final class Comparison {
    private Comparison() {}

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
