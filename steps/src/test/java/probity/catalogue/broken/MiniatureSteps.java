package probity.catalogue.broken;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** What the miniature features may say. Never run, only matched. */
public class MiniatureSteps {
    /** Used. */
    @Given("something")
    public void something() {}

    /** Used. */
    @Then("it holds")
    public void holds() {}

    /** One of two meanings. */
    @Given("this is {word}")
    public void first(String word) {}

    /** The other one. */
    @Given("this {word} ambiguous")
    public void second(String word) {}
}
