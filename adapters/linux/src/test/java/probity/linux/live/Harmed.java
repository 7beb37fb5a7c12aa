package probity.linux.live;

import java.util.List;
import probity.spi.Candidate;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.ForwardingInstance;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;

/**
 * A kernel whose guest comes to harm in the first plan that hooks something and makes a test run,
 * and only there. Has one instance at a time, as there is one guest that can be meant.
 */
public final class Harmed implements Candidate {
    private final Workshop workshop;
    private final Sabotage sabotage;
    private boolean done;

    private Harmed(Sabotage sabotage) throws Exception {
        this.workshop = new Workshop(Workshop.addresses().findFirst().orElseThrow());
        this.sabotage = sabotage;
    }

    /** One that panics before it serves the plan: requests are served in their order. */
    public static Harmed panicking() throws Exception {
        return new Harmed(Sabotage.PANIC);
    }

    /** One that oopses inside of the call. */
    public static Harmed oopsing() throws Exception {
        return new Harmed(Sabotage.OOPS);
    }

    /** One whose QEMU is killed. */
    public static Harmed killed() throws Exception {
        return new Harmed(Sabotage.KILL);
    }

    private void harm(Plan plan) {
        List<Plan.Step> steps = plan.steps();
        if (!done
                && steps.stream().anyMatch(Plan.Attach.class::isInstance)
                && steps.stream().anyMatch(Harmed::isTestRun)) {
            done = true;
            sabotage.prepare(workshop).run();
        }
    }

    private static boolean isTestRun(Plan.Step step) {
        return step instanceof Plan.Call call
                && KernelFunction.wayTo(call.function()) == Way.TEST_RUN;
    }

    @Override
    public String name() {
        return "harmed";
    }

    @Override
    public Description describe() {
        return workshop.candidate().describe();
    }

    @Override
    public Instance start(Options options) {
        return new ForwardingInstance(workshop.candidate().start(options)) {
            @Override
            public Execution run(Plan plan) {
                harm(plan);
                return super.run(plan);
            }
        };
    }

    @Override
    public void close() {
        workshop.close();
    }
}
