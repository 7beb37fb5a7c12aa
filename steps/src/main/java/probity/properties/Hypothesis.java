package probity.properties;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.judge.Check;
import probity.judge.Difference;
import probity.judge.Findings;
import probity.judge.Judge;
import probity.judge.Judgement;
import probity.judge.PlanText;
import probity.run.Trial;
import probity.run.TrialEnded;
import probity.run.Violation;
import probity.spi.MisuseException;
import probity.spi.Plan;

/**
 * That a candidate's plans show what the oracle says, as far as one chapter is concerned. Ends the
 * trial with the shrunk case if one does not.
 */
final class Hypothesis {
    private static final long SECOND_POISON = 2;

    private final Trial trial;
    private final Theme theme;
    private final String property;

    Hypothesis(Trial trial, Theme theme, String property) {
        this.trial = trial;
        this.theme = theme;
        this.property = property;
    }

    /** Tries one plan. */
    void holdsFor(Plan plan, long seed) {
        trial.nextCase();
        Findings found = part(judge(plan, theme.checks()));
        if (!found.silent()) {
            refuted(plan, seed, found);
        }
    }

    /** A run over otherwise poisoned memory is only made for checks that look at both. */
    private Judgement judge(Plan plan, Set<Check> checks) {
        Judge judge = Judge.of(trial::start, trial.description());
        boolean poisons = checks.contains(Check.POISON_INDEPENDENT);
        return (poisons ? judge.withSecondPoison(SECOND_POISON) : judge).judge(plan);
    }

    private Findings part(Judgement judgement) {
        return judgement.findings().of(theme.checks());
    }

    private void refuted(Plan plan, long seed, Findings found) {
        Set<Check> blamed = EnumSet.noneOf(Check.class);
        found.differences().forEach(difference -> blamed.add(difference.check()));
        Plan smallest = new Shrinker(smaller -> failsLikewise(smaller, blamed)).shrink(plan);
        trial.nextCase();
        Judgement judgement = judge(smallest, theme.checks());
        judgement.evidence().forEach(trial::evidence);
        Findings shown = part(judgement);
        // a candidate that answers otherwise each time is shown by what it did first
        throw trial.violated(violation(shown.silent() ? found : shown, judgement, smallest, seed));
    }

    /** A plan that is not legal, or kills the candidate, is no smaller case of this failure. */
    private boolean failsLikewise(Plan plan, Set<Check> blamed) {
        try {
            return !judge(plan, blamed).findings().of(blamed).silent();
        } catch (MisuseException | TrialEnded e) {
            return false;
        }
    }

    private Violation violation(Findings found, Judgement judgement, Plan plan, long seed) {
        List<Violation.Line> lines = new ArrayList<>();
        for (Difference difference : found.differences()) {
            String where = difference.where() + ", " + difference.subject();
            lines.add(new Violation.Line(where, difference.expected(), difference.actual()));
        }
        RandomCase kept = new RandomCase(property, trial.address(), seed, plan);
        String text = PlanText.of(plan) + "\n(seed " + seed + ")";
        return Violation.of(found.differences().get(0).sentence(), found.total(), lines)
                .withOrder(judgement.expectedOrder(), judgement.actualOrder())
                .withHint(found.differences().get(0).check().hint())
                .withDrawn(text, replay(kept));
    }

    private List<String> replay(RandomCase kept) {
        String json = SpiJson.write(kept);
        trial.evidence(kept.file(), json);
        Optional<Path> file = trial.keep(kept.file(), json);
        return file.map(path -> List.of("-Dprobity.replay=" + path)).orElse(List.of());
    }
}
