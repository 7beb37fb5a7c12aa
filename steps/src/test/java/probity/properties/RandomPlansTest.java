package probity.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;

/** How many random cases a candidate is asked for. */
class RandomPlansTest {
    @Test
    void aSlowCandidateIsAskedForFewerAndThatIsSaid() {
        LoneTrial trial = new LoneTrial(new ToyDescription(), Toy.plain(), Path.of("unused"));
        RandomPlans plans = new RandomPlans(Theme.CONTEXT);

        plans.tryOne(trial, new Recipe(1), "ContextProperties.contextsAreTrue");
        plans.tryOne(trial, new Recipe(2), "ContextProperties.contextsAreTrue");
        assertThat(trial.notes()).isEmpty();
        trial.hurry();
        plans.tryOne(trial, new Recipe(3), "ContextProperties.contextsAreTrue");
        plans.tryOne(trial, new Recipe(4), "ContextProperties.contextsAreTrue");

        assertThat(trial.notes())
                .containsExactly(
                        "Only 2 of 40 random cases were judged, as they took half of the time"
                                + " limit.");
    }

    @Test
    void noMoreAreJudgedThanAreWanted() {
        LoneTrial trial = new LoneTrial(new ToyDescription(), Toy.plain(), Path.of("unused"));
        trial.wantCases(2);
        RandomPlans plans = new RandomPlans(Theme.CONTEXT);

        for (int i = 1; i <= 4; i++) {
            plans.tryOne(trial, new Recipe(i), "ContextProperties.contextsAreTrue");
        }

        assertThat(trial.cases()).isEqualTo(2);
        assertThat(trial.notes()).containsExactly("2 random cases were judged.");
    }

    @Test
    void oneCaseIsJudgedHoweverSlowTheCandidateIs() {
        LoneTrial trial = new LoneTrial(new ToyDescription(), Toy.plain(), Path.of("unused"));
        trial.hurry();

        new RandomPlans(Theme.CONTEXT)
                .tryOne(trial, new Recipe(1), "ContextProperties.contextsAreTrue");

        assertThat(trial.notes()).isEmpty();
    }
}
