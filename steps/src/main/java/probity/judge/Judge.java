package probity.judge;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;

/**
 * Runs plans with and without their probes, each on a fresh instance, and compares. Exceptions out
 * of the candidate pass through.
 *
 * <pre>{@code
 * Judgement judgement = Judge.of(trial::start, trial.description()).judge(plan);
 * Findings findings = judgement.findings().of(Check.EVENT_ORDER, Check.EXIT_FIELDS);
 * }</pre>
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
        Optional<Execution> again = again(plan, options);
        HookedRun hooked;
        try (Instance instance = start.apply(options)) {
            hooked = HookedRun.of(instance, description, plan, again);
        }
        Set<Integer> refused = Expectation.refusedIn(hooked.observed().execution());
        Expectation expectation =
                new UnhookedRuns(
                                () -> start.apply(options),
                                description,
                                hooked.targets(),
                                plan,
                                refused)
                        .expectation();
        Scene scene = Comparison.scene(expectation, hooked.observed());
        return Judgement.of(scene, Comparison.findings(scene));
    }

    private Optional<Execution> again(Plan plan, Options options) {
        if (secondPoison.isEmpty()) {
            return Optional.empty();
        }
        try (Instance instance = start.apply(options.withPoison(secondPoison.getAsLong()))) {
            return Optional.of(instance.run(plan));
        }
    }
}
