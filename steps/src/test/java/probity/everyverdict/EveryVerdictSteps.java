package probity.everyverdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import probity.run.Miniature;
import probity.run.Trial;
import probity.run.Violation;
import probity.spi.Capability;

/** Steps that end in each way there is. */
public class EveryVerdictSteps {
    private final Trial trial;

    public EveryVerdictSteps(Trial trial) {
        this.trial = trial;
    }

    @Given("the candidate is asked for its description")
    public void theCandidateIsAsked() {
        trial.evidence("description", trial.description().toString());
    }

    @When("{string} is called")
    public void called(String function) {
        trial.start().run(Miniature.call(function));
    }

    @Then("nothing is wrong")
    public void nothingIsWrong() {}

    @Then("{string} differs")
    public void differs(String what) {
        trial.violated(
                Violation.of(
                                "Two values differ from the truth.",
                                9,
                                List.of(
                                        new Violation.Line(what, "0x1", "0x2"),
                                        new Violation.Line("the rest of it", "0x3", "0x4")))
                        .withOrder(">|<", ">|"));
    }

    @Then("this is noted: {string}")
    public void noted(String note) {
        trial.note(note);
    }

    @Then("perf output is missing")
    public void perfOutputIsMissing() {
        throw trial.unsupported("There is no perf output.", Capability.PERF_OUTPUT);
    }

    @Then("no target has the role that is needed")
    public void noTarget() {
        throw trial.untested("There is no recursive target.");
    }

    @Then("the kit fails")
    public void theKitFails() {
        throw new IllegalStateException("The kit stumbles.");
    }

    @Then("the kit asserts that {int} is {int}")
    public void theKitAsserts(int one, int other) {
        assertThat(one).isEqualTo(other);
    }
}
