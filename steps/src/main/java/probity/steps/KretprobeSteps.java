package probity.steps;

import io.cucumber.java.en.Then;
import probity.judge.Check;
import probity.judge.Declarations;

/** kretprobe beside kprobe, and fprobe's exit without kretprobe. */
public class KretprobeSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public KretprobeSteps(Bench bench) {
        this.bench = bench;
    }

    /** RET-09. */
    @Then("{name} and {name} get the same kind of register set")
    public void sameKind(String kprobe, String kretprobe) {
        bench.claim()
                .and(Declarations.check(bench.trial().description()))
                .holds(Check.SAME_KPROBE_SET);
    }

    /** RET-03. */
    @Then("{name} gets its exit with the truth in ftrace_regs")
    public void exit(String name) {
        bench.claim().holds(Check.EVENT_ORDER, Check.EXIT_FIELDS);
    }

    /** RET-03. */
    @Then("the kretprobe trampoline does not run")
    public void noTrampoline() {
        bench.claim().holds(Check.KRETPROBE_TRAMPOLINE);
    }

    /** RET-05: both hooks on one activation. */
    @Then("both tell the same of each return")
    public void same() {
        bench.claim().holds(Check.PARITY);
    }
}
