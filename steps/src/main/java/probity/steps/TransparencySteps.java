package probity.steps;

import io.cucumber.java.en.Then;
import probity.judge.Check;

/** What the hooked function and its caller feel, which is nothing. */
public class TransparencySteps {
    private final Bench bench;

    /** Steps on this bench. */
    public TransparencySteps(Bench bench) {
        this.bench = bench;
    }

    /** TRN-01. */
    @Then("the body starts with what the function was called with")
    public void body() {
        bench.claim().holds(Check.BODY_REGISTERS, Check.RESULTS);
    }

    /** TRN-02. */
    @Then("the caller gets what AAPCS64 promises")
    public void caller() {
        bench.claim().holds(Check.CALLER_REGISTERS, Check.RESULTS, Check.RESULT_MEMORY);
    }

    /** RET-02. */
    @Then("the function returns right")
    public void right() {
        caller();
    }

    /** TRN-03. */
    @Then("trampolines write only below the stack pointer they were reached with")
    public void stackWrites() {
        bench.claim().holds(Check.STACK_WRITES);
    }

    /** TRN-04. */
    @Then("sp is 16-byte aligned at every access and call")
    public void alignment() {
        bench.claim().holds(Check.STACK_ALIGNMENT);
    }

    /** TRN-05: a difference of events may be the only trace of a call that went wrong. */
    @Then("every call ends and returns as it does unhooked")
    public void shapes() {
        bench.claim()
                .holds(
                        Check.ENDING,
                        Check.RESULTS,
                        Check.RESULT_MEMORY,
                        Check.CALLER_REGISTERS,
                        Check.EVENT_ORDER);
    }

    /** TRN-06. */
    @Then("every call returns right, and none loses its count")
    public void pastCapacity() {
        bench.claim()
                .holds(
                        Check.ENDING,
                        Check.RESULTS,
                        Check.CALLER_REGISTERS,
                        Check.ENTRY_COUNTS,
                        Check.EXIT_COUNTS);
    }

    /** TRN-07. */
    @Then("no handler of a detached probe runs, and every call returns right")
    public void detached() {
        bench.claim().holds(Check.LATE_EXITS, Check.ENDING, Check.RESULTS, Check.CALLER_REGISTERS);
    }

    /** TRN-08. */
    @Then("the bytes of every target are those of before")
    public void restored() {
        bench.claim().holds(Check.CODE_RESTORED);
    }

    /** TRN-09. */
    @Then("a disabled probe gets no events, and loses no count")
    public void disabled() {
        bench.claim()
                .holds(
                        Check.DISABLED_EVENTS,
                        Check.EVENT_ORDER,
                        Check.ENTRY_COUNTS,
                        Check.EXIT_COUNTS);
    }

    /** TRN-10. */
    @Then("the fault stays in the handler")
    public void fault() {
        bench.claim()
                .holds(
                        Check.HANDLER_FAULTS,
                        Check.ENDING,
                        Check.RESULTS,
                        Check.CALLER_REGISTERS,
                        Check.EVENT_ORDER);
    }

    /** TRN-11. */
    @Then("every task gets its own events, and every call returns right")
    public void tasks() {
        bench.claim()
                .holds(
                        Check.ENDING,
                        Check.RESULTS,
                        Check.CALLER_REGISTERS,
                        Check.EVENT_ORDER,
                        Check.EXIT_COUNTS);
    }
}
