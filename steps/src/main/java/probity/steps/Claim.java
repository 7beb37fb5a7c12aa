package probity.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import probity.judge.Check;
import probity.judge.Difference;
import probity.judge.Findings;
import probity.judge.Judgement;
import probity.run.Trial;
import probity.spi.Refused;

/**
 * What a then-step claims: that certain checks find nothing. Beyond them every claim asks that
 * legal requests are accepted and that calls end as they should; where these fail, the rest of the
 * plan was not what the scenario meant.
 */
final class Claim {
    private static final Set<Check> ALWAYS =
            Set.of(Check.ENDING, Check.ATTACH_ACCEPTED, Check.STEP_ANSWER);

    private final Trial trial;
    private final Judgement judgement;
    private final Findings all;

    Claim(Trial trial, Judgement judgement) {
        this(trial, judgement, judgement.findings());
    }

    private Claim(Trial trial, Judgement judgement, Findings all) {
        this.trial = trial;
        this.judgement = judgement;
        this.all = all;
    }

    /** The same with findings on something besides the plan, such as the declarations. */
    Claim and(Findings more) {
        return new Claim(trial, judgement, all.and(more));
    }

    /** All differences that these checks find end the trial as violated; none lets it pass. */
    void holds(Check... checks) {
        holds(difference -> true, checks);
    }

    /**
     * The same for a part of what the checks find. Where they had nothing to compare, because a
     * handler did not run or a call did not end, whatever else differs says why.
     *
     * @param part which differences of the checks count; those that every claim asks for always do
     */
    void holds(Predicate<Difference> part, Check... checks) {
        Findings wanted = all.of(List.of(checks));
        List<Difference> found = new ArrayList<>();
        for (Difference difference : all.differences()) {
            boolean asked = List.of(checks).contains(difference.check()) && part.test(difference);
            if (asked || ALWAYS.contains(difference.check())) {
                found.add(difference);
            }
        }
        boolean sawNothing = wanted.total() == 0 && wanted.unobservable().isEmpty();
        if (found.isEmpty() && sawNothing) {
            found.addAll(all.obligations().differences());
        }
        if (!found.isEmpty()) {
            throw violated(found, wanted.total());
        }
        observed(wanted, checks);
    }

    /** Differences that a step found itself, with the judge's events beside them. */
    void holds(List<Difference> differences, int compared) {
        if (!differences.isEmpty()) {
            throw violated(differences, compared);
        }
    }

    private RuntimeException violated(List<Difference> found, int compared) {
        List<Difference> others = new ArrayList<>(all.differences());
        others.removeAll(found);
        if (!others.isEmpty()) {
            trial.evidence("what else differs, judged by other clauses", lines(others));
        }
        return trial.violated(Violations.of(found, compared, judgement));
    }

    private static String lines(List<Difference> differences) {
        return differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
    }

    /** The reason of a request that was refused, where the judge has nothing against it. */
    private Optional<String> refusal() {
        return judgement.actual().steps().stream()
                .filter(Refused.class::isInstance)
                .map(answer -> ((Refused) answer).reason())
                .findFirst();
    }

    /** Nothing differs; but was anything seen? */
    private void observed(Findings wanted, Check... checks) {
        String unseen =
                wanted.unobservable().values().stream().distinct().collect(Collectors.joining(" "));
        if (wanted.total() > 0) {
            if (!unseen.isEmpty()) {
                trial.note("Not everything could be seen: " + unseen);
            }
        } else if (!unseen.isEmpty()) {
            throw trial.notObservable(unseen);
        } else if (refusal().isPresent()) {
            throw trial.notObservable(
                    "The candidate refuses the request, as it may: " + refusal().get());
        } else if (judgement.actual().activations().isEmpty()) {
            throw trial.notObservable(
                    "The candidate does not show which functions ran, so nothing can be compared.");
        } else {
            throw new IllegalStateException(
                    "The judge compared nothing for " + Arrays.toString(checks) + ".");
        }
    }
}
