package probity.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import probity.judge.Check;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Unsaved;

/** What handlers read from their register sets. */
public class ContextSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public ContextSteps(Bench bench) {
        this.bench = bench;
    }

    /** PTR-01. */
    @Then("{name} has read every field that the policy does not deny")
    public void readable(String name) {
        holds(Check.CONTEXT_READABLE);
    }

    /** PTR-02. */
    @Then("the context says kernel mode")
    public void kernelMode() {
        holds(Check.KERNEL_MODE, Check.SAMPLE_MODE);
    }

    /** PTR-03, PTR-04. */
    @Then("perf output succeeds with a kernel sample")
    public void sampled() {
        holds(Check.SAMPLE_TAKEN, Check.SAMPLE_MODE);
    }

    /** PTR-03, PTR-04: what that is, the table of truth says for each side. */
    @Then("the sample's ip is the resume address")
    public void sampleIpAtEntry() {
        holds(Check.SAMPLE_IP);
    }

    /** The same at exit. */
    @Then("the sample's ip is the true return address")
    public void sampleIpAtExit() {
        holds(Check.SAMPLE_IP);
    }

    /** PTR-11. */
    @Then("each field is what it is declared to be")
    public void declared() {
        holds(
                Check.ENTRY_FIELDS,
                Check.EXIT_FIELDS,
                Check.POPULATED_FIELDS,
                Check.CONSTANT_FIELDS,
                Check.SAMPLE_REGISTERS);
    }

    /** PTR-12 does not apply where every field is populated. */
    @Then("unpopulated fields follow the policy")
    public void unpopulated() {
        if (!bench.readsUnpopulatedFields()) {
            throw bench.trial().unsupported("No field of these sets is unpopulated.");
        }
        holds(Check.UNPOPULATED_FIELDS, Check.SAMPLE_REGISTERS);
    }

    /** PTR-12. */
    @When("the same is done over differently poisoned stacks")
    public void poisonAgain() {
        bench.runOverTwoPoisons();
    }

    /** PTR-12. */
    @Then("both runs show the same")
    public void samePoisoned() {
        holds(Check.POISON_INDEPENDENT);
    }

    /** PTR-01 excepts what is denied. */
    @Given("the policy lets a program read {word} at {sides}")
    public void lets(String field, List<Side> sides) {
        if (denied(sides.get(0)).contains(field)) {
            throw bench.trial().unsupported("The candidate's policy denies " + field + ".");
        }
    }

    /** PTR-12 under a policy that denies. */
    @Given("the policy denies fields at {sides}")
    public void denies(List<Side> sides) {
        if (denied(sides.get(0)).isEmpty()) {
            throw bench.trial().unsupported("The candidate's policy denies no field.");
        }
    }

    /** PTR-12: one program per denied field, so that each refusal can name its own. */
    @When(
            "multi-kprobe programs are attached to {targets}, each reading one denied field at"
                    + " {sides}")
    public void readDenied(TargetPhrase targets, List<Side> sides) {
        Target target = bench.targets().one(targets);
        Side side = sides.get(0);
        for (String field : denied(side)) {
            Action read = new Action.Read("read", field);
            Probe probe = Probe.of("reads " + field, ProbeKind.MULTI, target.name());
            probe = side == Side.ENTRY ? probe.onEntry(read) : probe.onExit(read);
            bench.step(new Plan.Attach(probe));
        }
        bench.call(target, 0, 0);
    }

    private List<String> denied(Side side) {
        Description description = bench.trial().description();
        boolean denies =
                description.policy() == ContextPolicy.DENIED
                        || description.policy() == ContextPolicy.RELOCATED
                                && description.unsaved() == Unsaved.DENIED;
        Architecture architecture = description.architecture();
        return description
                .set(ProbeKind.MULTI, side)
                .filter(set -> denies)
                .map(set -> Fields.unpopulated(architecture, set))
                .orElse(List.of());
    }

    /** PTR-12. */
    @Then("each is refused, and the reason names the field")
    public void refusedByName() {
        holds(Check.ATTACH_REFUSED);
    }

    /** PTR-13. */
    @Then("the stack helpers succeed")
    public void stackHelpers() {
        holds(Check.HELPER_STACK);
    }

    /** PTR-13. */
    @Then("stack, stack id, walk and call chain agree")
    public void stacksAgree() {
        holds(Check.STACKS_AGREE);
    }

    /** PTR-13. */
    @Then("the function ip is the symbol's address")
    public void functionIp() {
        holds(Check.HELPER_FUNC_IP);
    }

    /** PTR-13. */
    @Then("the cookie is the one given for the function")
    public void cookie() {
        holds(Check.HELPER_COOKIE);
    }

    /** PTR-14. */
    @Then("the context of each program stays the same")
    public void stable() {
        holds(Check.CONTEXT_STABLE);
    }

    /** PTR-15. */
    @Then("each write is refused, or has exactly the declared effect")
    public void writes() {
        holds(Check.WRITE_ANSWER, Check.WRITE_EFFECT);
    }

    private void holds(Check... checks) {
        bench.claim().holds(checks);
    }
}
