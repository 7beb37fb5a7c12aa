package probity.steps;

import io.cucumber.java.en.When;
import probity.spi.Limits;
import probity.spi.Plan;
import probity.spi.Target;

/** Calls of targets and what happens to the tasks that make them. Task 0 and CPU 0, if not said. */
public class CallSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public CallSteps(Bench bench) {
        this.bench = bench;
    }

    /** One call with magic values. */
    @When("{targets} is called")
    public void call(TargetPhrase targets) {
        bench.call(bench.targets().one(targets), 0, 0);
    }

    /** Each is called once. */
    @When("{targets} are called")
    public void callAll(TargetPhrase targets) {
        bench.targets().all(targets).forEach(target -> bench.call(target, 0, 0));
    }

    /** Several calls, each with other values. */
    @When("{targets} is called {int} times")
    public void callTimes(TargetPhrase targets, int times) {
        for (int i = 0; i < times; i++) {
            call(targets);
        }
    }

    /** A recursion: this many calls inside the first one. */
    @When("{targets} is called with depth {int}")
    public void callDeep(TargetPhrase targets, int depth) {
        callWithDepth(bench.targets().one(targets), depth);
    }

    /** A recursion of which this many levels find no room on the shadow stack. */
    @When("{targets} is called {int} level(s) deeper than the shadow stack")
    public void callTooDeep(TargetPhrase targets, int levels) {
        Limits limits = bench.trial().description().limits();
        callWithDepth(bench.targets().one(targets), limits.depth() + levels - 1);
    }

    /** A recursion of which this many levels are past the depth of a walk. */
    @When("{targets} is called {int} level(s) deeper than a walk")
    public void callPastWalk(TargetPhrase targets, int levels) {
        Limits limits = bench.trial().description().limits();
        callWithDepth(bench.targets().one(targets), limits.walkDepth() + levels - 1);
    }

    private void callWithDepth(Target target, int depth) {
        if (deepest(target) < depth) {
            throw bench.trial()
                    .untested(
                            target.name()
                                    + " cannot be made to call itself "
                                    + depth
                                    + " times on this candidate.");
        }
        bench.callDeep(target, depth);
    }

    private static long deepest(Target target) {
        boolean chosen = target.fixedArguments().isEmpty() && target.knownRuns().isEmpty();
        return chosen ? target.parameters().get(0).max() : target.knownRuns().size() - 1L;
    }

    /** Every argument has this value, cut to its width, where that is legal. */
    @When("{targets} is called with every argument {value}")
    public void callWith(TargetPhrase targets, Long value) {
        bench.callWithAll(bench.targets().one(targets), value);
    }

    /** A call by another task. */
    @When("task {int} calls {targets}")
    public void taskCalls(int task, TargetPhrase targets) {
        bench.call(bench.targets().one(targets), task, 0);
    }

    /** A call by another task on another CPU. */
    @When("task {int} calls {targets} on CPU {int}")
    public void taskCallsOn(int task, TargetPhrase targets, int cpu) {
        bench.call(bench.targets().one(targets), task, cpu);
    }

    /** Tasks that come, block and end, one after the other. */
    @When("{int} tasks call {targets} and end")
    public void tasksCallAndEnd(int count, TargetPhrase targets) {
        for (int task = 1; task <= count; task++) {
            taskCalls(task, targets);
            end(task);
        }
    }

    /** Lets a blocked or parked task go on. */
    @When("task {int} goes on")
    public void goOn(int task) {
        bench.step(new Plan.Continue(task));
    }

    /** Moves a blocked task. */
    @When("task {int} moves to CPU {int}")
    public void move(int task, int cpu) {
        bench.step(new Plan.Move(task, cpu));
    }

    /** Ends a task, whatever is pending on its stack. */
    @When("task {int} ends")
    public void end(int task) {
        bench.step(new Plan.EndTask(task));
    }

    /** Somebody looks at a blocked task's stack. */
    @When("the stack of task {int} is walked")
    public void walk(int task) {
        bench.step(new Plan.WalkTask(task));
    }
}
