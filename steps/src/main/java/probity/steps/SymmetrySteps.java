package probity.steps;

import io.cucumber.java.en.Then;
import probity.judge.Check;
import probity.judge.Declarations;
import probity.spi.Description;

/** What entry and exit handlers have in common. */
public class SymmetrySteps {
    private final Bench bench;

    /** Steps on this bench. */
    public SymmetrySteps(Bench bench) {
        this.bench = bench;
    }

    /** SYM-01. */
    @Then("both handlers of {name} get the same five things")
    public void fiveThings(String name) {
        bench.claim().holds(Check.FIVE_THINGS);
    }

    /** SYM-01: one structure, so one way to read it; a field that lies elsewhere reads wrong. */
    @Then("both get their registers in the same structure")
    public void sameStructure() {
        Description description = bench.trial().description();
        bench.claim()
                .and(Declarations.check(description).of(Check.SAME_STRUCTURE))
                .holds(
                        Check.SAME_STRUCTURE,
                        Check.ENTRY_FIELDS,
                        Check.EXIT_FIELDS,
                        Check.POPULATED_FIELDS);
    }

    /** SYM-02. */
    @Then("the entry ip is the address of the site's bl, at both sides")
    public void entryIp() {
        bench.claim().holds(Check.ENTRY_IP);
    }

    /** SYM-03, and RET-04 in its own words. */
    @Then("the return ip is the true address in the caller, at both sides")
    public void returnIp() {
        bench.claim().holds(Check.RETURN_IP);
    }

    /** RET-04: what handlers are told, and the pc of their registers. */
    @Then("each sees the true return address")
    public void trueReturnAddress() {
        bench.claim().holds(Check.RETURN_IP, Check.EXIT_FIELDS);
    }

    /** SYM-04. */
    @Then("sp, fp and ip of the set are valid at both sides")
    public void accessors() {
        bench.claim()
                .holds(
                        difference ->
                                difference.check() != Check.ENTRY_FIELDS
                                        || difference.subject().matches("sp|x29|pc"),
                        Check.EXIT_ACCESSORS,
                        Check.ENTRY_FIELDS);
    }

    /** SYM-10. */
    @Then("sp and x29 at exit equal those at entry")
    public void frameKept() {
        bench.claim().holds(Check.FRAME_KEPT);
    }

    /** SYM-11. */
    @Then("each write has its declared effect")
    public void writes() {
        bench.claim().holds(Check.WRITE_ANSWER, Check.WRITE_EFFECT);
    }

    /** SYM-11. */
    @Then("the function and its caller see nothing changed")
    public void unchanged() {
        bench.claim()
                .holds(
                        Check.BODY_REGISTERS,
                        Check.CALLER_REGISTERS,
                        Check.RESULTS,
                        Check.RESULT_MEMORY);
    }
}
