package probity.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.StepResult;
import probity.spi.Target;

/**
 * Runs plans with and without their probes and compares. Exceptions out of the candidate pass
 * through.
 */
public final class Judge {
    private final Function<Options, Instance> start;
    private final Description description;
    private final OptionalLong secondPoison;

    private Judge(
            Function<Options, Instance> start, Description description, OptionalLong secondPoison) {
        this.start = Objects.requireNonNull(start, "start");
        this.description = Objects.requireNonNull(description, "description");
        this.secondPoison = secondPoison;
    }

    /**
     * A judge of one candidate.
     *
     * @param start starts a fresh instance; the judge closes it
     */
    public static Judge of(Function<Options, Instance> start, Description description) {
        return new Judge(start, description, OptionalLong.empty());
    }

    /** The same, which runs each plan once more over otherwise poisoned memory (PTR-12). */
    public Judge withSecondPoison(long seed) {
        return new Judge(start, description, OptionalLong.of(seed));
    }

    /** Judges a plan that contains its attach, detach, enable and disable steps. */
    public Judgement judge(Plan plan) {
        return judge(plan, Options.defaults());
    }

    /** Judges a plan that contains its attach, detach, enable and disable steps. */
    public Judgement judge(Plan plan, Options options) {
        Execution actual;
        List<Target> targets;
        Map<String, Counts> counts = new LinkedHashMap<>();
        try (Instance instance = start.apply(options)) {
            targets = instance.targets();
            actual = instance.run(plan);
            attached(plan, actual).forEach(name -> counts.put(name, instance.counts(name)));
        }
        Execution unhooked;
        try (Instance instance = start.apply(options)) {
            unhooked = instance.run(Oracle.unhooked(plan));
        }
        Expectation expectation = new Oracle().expect(description, targets, plan, unhooked);
        Findings findings = Comparison.compare(expectation, actual, counts);
        return new Judgement(plan, expectation, actual, counts, findings, "", "", Map.of());
    }

    private static List<String> attached(Plan plan, Execution actual) {
        List<String> names = new java.util.ArrayList<>();
        List<StepResult> results = actual.steps();
        for (int i = 0; i < results.size(); i++) {
            if (plan.steps().get(i) instanceof Plan.Attach attach
                    && results.get(i) instanceof probity.spi.Attached) {
                names.add(attach.probe().name());
            }
        }
        return names;
    }
}
