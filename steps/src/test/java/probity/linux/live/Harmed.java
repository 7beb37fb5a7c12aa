package probity.linux.live;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.guest.Guest;
import probity.spi.Candidate;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.ForwardingInstance;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;

/**
 * A kernel whose guest comes to harm in the first plan that attaches something, and only there. Has
 * one instance at a time, as there is one guest that can be meant.
 */
final class Harmed implements Candidate {
    private final LinuxCandidate kernel;
    private final Guests guests;
    private final Consumer<Guest> deed;
    private boolean done;

    Harmed(LinuxCandidate kernel, Guests guests, Consumer<Guest> deed) {
        this.kernel = kernel;
        this.guests = guests;
        this.deed = deed;
    }

    /** Has the kernel panic before it serves another request: they are served in their order. */
    static void panic(Guest guest) {
        SystemCalls calls = guest.calls(Agent.MAIN);
        int trigger = calls.open("/proc/sysrq-trigger", SystemCalls.O_WRONLY);
        long address = guest.hello().buffer() + guest.hello().bufferSize() - Long.BYTES;
        guest.agent().poke(address, "c".getBytes(StandardCharsets.US_ASCII));
        guest.agent().begin(Agent.MAIN, SystemCall.WRITE, trigger, address, 1);
    }

    static void kill(Guest guest) {
        ProcessHandle.of(guest.pid()).orElseThrow().destroyForcibly();
    }

    private void harm(Plan plan) {
        if (!done && plan.steps().stream().anyMatch(Plan.Attach.class::isInstance)) {
            done = true;
            deed.accept(guests.lent().get(0));
        }
    }

    @Override
    public String name() {
        return "harmed";
    }

    @Override
    public Description describe() {
        return kernel.describe();
    }

    @Override
    public Instance start(Options options) {
        return new ForwardingInstance(kernel.start(options)) {
            @Override
            public Execution run(Plan plan) {
                harm(plan);
                return super.run(plan);
            }
        };
    }
}
