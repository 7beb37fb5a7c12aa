package probity.catalogue.broken.unused;

import io.cucumber.java.en.Given;

/** A step definition that no miniature feature uses. */
public class UnusedSteps {
    /** Not used. */
    @Given("nobody says this")
    public void nobody() {}
}
