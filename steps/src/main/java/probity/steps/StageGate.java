package probity.steps;

import io.cucumber.java.en.Given;
import probity.run.Trial;
import probity.spi.Stage;

/** Scenarios that concern an implementation at certain stages only. */
public class StageGate {
    private final Trial trial;

    /** A gate for this trial. */
    public StageGate(Trial trial) {
        this.trial = trial;
    }

    /** This stage only. */
    @Given("an implementation at stage {int}")
    public void at(int stage) {
        between(stage, stage);
    }

    /** Where both return hooks stand beside each other. */
    @Given("an implementation at stage {int} or {int}")
    public void at(int first, int second) {
        between(first, second);
    }

    /** Where kretprobe is still there. */
    @Given("an implementation before stage {int}")
    public void before(int stage) {
        between(Stage.LEGACY.number(), stage - 1);
    }

    /** Where fprobe has an exit. */
    @Given("an implementation from stage {int} on")
    public void from(int stage) {
        between(stage, Stage.REMOVED.number());
    }

    private void between(int first, int last) {
        int stage = trial.description().stage().number();
        if (stage < first || stage > last) {
            String asked = first == last ? "stage " + first : "stages " + first + " to " + last;
            throw trial.unsupported(
                    "The candidate is at stage " + stage + "; this is about " + asked + ".");
        }
    }
}
