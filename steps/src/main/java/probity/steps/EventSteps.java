package probity.steps;

import io.cucumber.java.en.Then;
import probity.judge.Check;
import probity.judge.Judgement;

/** Which events come, in which order, with which data, and what is counted. */
public class EventSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public EventSteps(Bench bench) {
        this.bench = bench;
    }

    /**
     * The order as the reader of a feature sees it. The oracle derives it from the calls; where the
     * two contradict each other the kit is wrong, not the candidate. A target whose arguments are
     * fixed may make other calls than the scenario had in mind; then the oracle alone decides.
     */
    @Then("the events come as {order}")
    public void order(String order) {
        Judgement judgement = bench.judgement();
        boolean free =
                bench.trial().targets().stream()
                        .allMatch(target -> target.fixedArguments().isEmpty());
        if (free && !judgement.expectedOrder().equals(order)) {
            throw new IllegalStateException(
                    "The scenario says "
                            + order
                            + ", the oracle says "
                            + judgement.expectedOrder()
                            + ".");
        }
        calls();
    }

    /** SYM-05. */
    @Then("the events come as the calls do")
    public void calls() {
        bench.claim().holds(Check.EVENT_ORDER);
    }

    /** One probe's part of the events; the oracle decides on all of them together. */
    @Then("every exit of {name} runs")
    public void everyExit(String name) {
        bench.probes(name);
        calls();
    }

    /** SYM-08, RET-04. */
    @Then("each probe runs exactly once per side and call")
    public void once() {
        calls();
    }

    /** SYM-08, a recommendation. */
    @Then("exits come in the reverse order of entries")
    public void reverse() {
        bench.claim().holds(Check.EXIT_ORDER);
    }

    /** SYM-06. */
    @Then("a cancelled exit does not run, and every other does")
    public void cancelled() {
        bench.claim().holds(Check.CANCELLED_EXITS, Check.EVENT_ORDER);
    }

    /** SYM-09. */
    @Then("no handler runs at a side that it was not asked for")
    public void sides() {
        bench.claim().holds(Check.SIDES);
    }

    /** SYM-07. */
    @Then("the exit finds the data that the entry of the same activation left")
    public void data() {
        bench.claim().holds(Check.ENTRY_DATA);
    }

    /** SYM-07. */
    @Then("the data has the asked size")
    public void dataSize() {
        bench.claim().holds(Check.DATA_SIZE);
    }

    /** SYM-07, a recommendation. */
    @Then("the data is zero before it is written")
    public void dataZeroed() {
        bench.claim().holds(Check.DATA_ZEROED);
    }

    /** SYM-12. */
    @Then("hits are run or missed, and exits are accounted for")
    public void counts() {
        bench.claim().holds(Check.ENTRY_COUNTS, Check.EXIT_COUNTS);
    }

    /** SYM-06, SYM-12, TRN-11. */
    @Then("nothing counts as missed")
    public void nothingMissed() {
        bench.claim().holds(Check.MISSED_WITHIN_LIMITS);
    }

    /** SYM-13. */
    @Then("nested hits end, are counted, and run no exit without their entry")
    public void nested() {
        bench.claim().holds(Check.NESTED_HITS, Check.ENTRY_COUNTS, Check.RESULTS);
    }
}
