package probity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.run.guard.TimeLimits;

class TrialObjectFactoryTest {
    private final TrialObjectFactory factory = new TrialObjectFactory();
    private final Trial trial =
            new CandidateTrial(
                    new JudgedCandidate("java:x", new Miniature(), TimeLimits.defaults()),
                    List::of,
                    RandomCases.NONE);

    @Test
    void stepClassesShareWhatTheyNeedWithinAScenarioAndNothingBeyond() {
        factory.serve(trial);
        factory.start();
        Steps first = factory.getInstance(Steps.class);

        assertThat(first.world.trial).isSameAs(trial);
        assertThat(factory.getInstance(World.class)).isSameAs(first.world);
        assertThat(factory.getInstance(Steps.class)).isSameAs(first);

        factory.stop();
        factory.serve(trial);
        factory.start();
        assertThat(factory.getInstance(World.class)).isNotSameAs(first.world);
    }

    @Test
    void aStepClassWithSeveralConstructorsIsRefused() {
        assertThatThrownBy(() -> factory.getInstance(Undecided.class))
                .hasMessage(
                        Undecided.class.getName()
                                + " has 2 public constructors; a step class needs exactly one.");
    }

    @Test
    void whatAConstructorThrowsIsThrown() {
        assertThatThrownBy(() -> factory.getInstance(Broken.class))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** What steps share. */
    public static final class World {
        private final Trial trial;

        public World(Trial trial) {
            this.trial = trial;
        }
    }

    /** A step class. */
    public static final class Steps {
        private final World world;

        public Steps(World world) {
            this.world = world;
        }
    }

    /** Nobody knows which constructor is meant. */
    public static final class Undecided {
        public Undecided() {}

        public Undecided(Trial trial) {}
    }

    /** Cannot be made. */
    public static final class Broken {
        public Broken() {
            throw new UnsupportedOperationException();
        }
    }
}
