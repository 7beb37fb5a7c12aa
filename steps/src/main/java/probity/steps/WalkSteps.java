package probity.steps;

import io.cucumber.java.en.Then;
import probity.judge.Check;

/** What walks of the stack show. */
public class WalkSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public WalkSteps(Bench bench) {
        this.bench = bench;
    }

    /** PTR-05. */
    @Then("each walk shows real activations only, to the root")
    public void real() {
        bench.claim().holds(Check.WALK_FROM_CONTEXT);
    }

    /** PTR-06. */
    @Then("each walk contains the direct caller")
    public void directCaller() {
        bench.claim().holds(Check.WALK_DIRECT_CALLER);
    }

    /** PTR-07: at exit, nothing may be left out. */
    @Then("each walk starts in the direct caller and misses no ancestor")
    public void complete() {
        bench.claim().holds(Check.WALK_FROM_CONTEXT);
    }

    /** PTR-08, PTR-18. */
    @Then("each hooked frame shows its original return address")
    public void hookedFrames() {
        bench.claim().holds(Check.WALK_HOOKED_FRAMES, Check.WALK_OF_TASK);
    }

    /** RET-04. */
    @Then("walks resolve both trampolines")
    public void bothTrampolines() {
        bench.claim().holds(Check.WALK_FROM_CONTEXT, Check.WALK_HOOKED_FRAMES);
    }

    /** PTR-17. */
    @Then("each walk from here misses no ancestor")
    public void fromHere() {
        bench.claim().holds(Check.WALK_FROM_HERE);
    }
}
