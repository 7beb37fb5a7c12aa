package probity.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import probity.judge.Check;
import probity.judge.Declarations;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** Requests that may have to be refused, and what comes of them at which stage. */
public class StageSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public StageSteps(Bench bench) {
        this.bench = bench;
    }

    /** Whatever the candidate offers: the request is made. */
    @When("{probe} is attached to {targets}, capturing at {sides}")
    public void attach(ProbeRef ref, TargetPhrase targets, List<Side> sides) {
        Probe probe = Probe.of(ref.name(), ref.kind(), bench.targets().one(targets).name());
        Action capture = new Action.Capture("capture");
        probe = sides.contains(Side.ENTRY) ? probe.onEntry(capture) : probe;
        bench.request(sides.contains(Side.EXIT) ? probe.onExit(capture) : probe);
    }

    /** A request that is refused whatever the stage. */
    @When("{probe} is attached to no function")
    public void attachToNothing(ProbeRef ref) {
        bench.request(Probe.of(ref.name(), ref.kind()).onExit(new Action.Capture("capture")));
    }

    /** SYM-07. */
    @When("an fprobe on {targets} asks for {int} bytes of data more than the limit")
    public void tooMuchData(TargetPhrase targets, int more) {
        Description description = bench.trial().description();
        if (!description.can(Capability.ENTRY_DATA)) {
            throw bench.trial()
                    .unsupported("The candidate has no entry data.", Capability.ENTRY_DATA);
        }
        bench.request(
                Probe.of("A", ProbeKind.FPROBE, bench.targets().one(targets).name())
                        .onEntry(new Action.Capture("capture"))
                        .onExit(new Action.Capture("capture"))
                        .withData(description.limits().entryData() + more));
    }

    /** SYM-07, RET-10; RET-07 asks for an errno too, which the judge knows. */
    @Then("it is refused")
    public void refused() {
        bench.claim().holds(Check.ATTACH_REFUSED);
    }

    /** RET-07. */
    @Then("it is refused as not supported")
    public void refusedAsNotSupported() {
        refused();
    }

    /** RET-07, RET-10: refused before anything is touched. */
    @Then("nothing is patched")
    public void nothingPatched() {
        bench.claim().holds(Check.CODE_RESTORED);
    }

    /** RET-07. */
    @Then("no kretprobe trampoline is left among the symbols")
    public void noTrampoline() {
        if (!bench.trial().description().can(Capability.SEES_SYMBOLS)) {
            throw bench.trial()
                    .unsupported("The candidate shows no symbols.", Capability.SEES_SYMBOLS);
        }
        bench.claim().holds(Check.SYMBOLS_GONE);
    }

    /** RET-01: the answer and the declaration say the same. */
    @Then("the answer and the declared register sets fit the stage")
    public void byStage() {
        bench.claim()
                .and(Declarations.check(bench.trial().description()))
                .holds(Check.ATTACH_ACCEPTED, Check.ATTACH_REFUSED, Check.STAGE);
    }

    /** RET-06. */
    @Then("the first accepted one alone carries a notice that names fprobe")
    public void oneNotice() {
        bench.claim().holds(Check.NOTICE);
    }
}
