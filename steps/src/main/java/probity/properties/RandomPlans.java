package probity.properties;

import java.util.Optional;
import probity.run.CurrentTrial;
import probity.run.Trial;
import probity.run.TrialEnded;
import probity.spi.Candidate;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** Tries recipes on the candidate of the current trial. One per property. */
final class RandomPlans {
    /** A run is to say the same of the same candidate every time. */
    static final String SEED = "20230804";

    private final Theme theme;
    private Optional<TrialEnded> ended = Optional.empty();
    private boolean replayed;
    private int tried;
    private boolean enough;

    RandomPlans(Theme theme) {
        this.theme = theme;
    }

    /**
     * Tries one recipe, or the case that is to be replayed.
     *
     * @param property which property asks
     */
    void tryOne(Recipe recipe, String property) {
        tryOne(CurrentTrial.get(), recipe, property);
    }

    void tryOne(Trial trial, Recipe recipe, String property) {
        if (ended.isPresent() || replayed || enough) {
            return; // there is no answer to be had any more
        }
        if (tried > 0 && isEnough(trial)) {
            enough = true;
            return;
        }
        tried++;
        Hypothesis hypothesis = new Hypothesis(trial, theme, property);
        try {
            if (trial.replay().isPresent()) {
                replayed = true;
                replay(trial, hypothesis, property);
                return;
            }
            Scope scope = new Scope(trial.description(), trial.targets());
            if (theme.kinds().stream().noneMatch(scope::offers)) {
                throw unsupported(trial);
            }
            hypothesis.holdsFor(recipe.plan(scope, theme), recipe.seed());
        } catch (TrialEnded e) {
            ended = Optional.of(e);
            throw e;
        }
    }

    private boolean isEnough(Trial trial) {
        int wanted = trial.randomCases();
        if (tried < wanted && trial.isShortOfTime()) {
            trial.note(
                    "Only %d of %d random cases were judged, as they took half of the time limit."
                            .formatted(tried, wanted));
            return true;
        }
        if (tried == wanted && wanted < Candidate.RANDOM_CASES) {
            trial.note("%d random cases were judged.".formatted(wanted));
        }
        return tried >= wanted;
    }

    private static void replay(Trial trial, Hypothesis hypothesis, String property) {
        RandomCase kept = RandomCase.read(trial.replay().orElseThrow());
        if (!kept.property().equals(property)) {
            throw trial.untested("The case to be repeated is one of " + kept.property() + ".");
        }
        hypothesis.holdsFor(kept.plan(), kept.seed());
    }

    private TrialEnded unsupported(Trial trial) {
        for (ProbeKind kind : theme.kinds()) {
            for (Side side : Side.values()) {
                if (!trial.description().offers(kind, side)) {
                    return trial.unsupported("No " + kind + " probes are offered.", kind, side);
                }
            }
        }
        throw new IllegalStateException("All kinds of " + theme + " are offered.");
    }
}
