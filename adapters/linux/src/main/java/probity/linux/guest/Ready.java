package probity.linux.guest;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import probity.linux.agent.Agent;
import probity.linux.agent.AgentLost;
import probity.linux.agent.Hello;
import probity.linux.agent.Pending;

/**
 * An agent that has answered.
 *
 * @param agent the agent, on the line that it chose
 * @param hello what it said
 */
record Ready(Agent agent, Hello hello) {
    /** How one learns that an agent is there: by waiting for it to say so, or by asking it. */
    interface Greeting {
        Pending<Hello> of(Agent agent);
    }

    private static final Duration STEP = Duration.ofMillis(2);

    /** Waits until the agent answers on one of the machine's lines. */
    static Ready await(Machine machine, GuestOptions options, Greeting greeting) {
        List<Agent> agents =
                machine.lines().stream()
                        .map((SocketChannel line) -> new Agent(line, options.callLimit()))
                        .toList();
        List<Pending<Hello>> hellos = agents.stream().map(greeting::of).toList();
        long deadline = System.nanoTime() + options.bootLimit().toNanos();
        Optional<Ready> ready = Optional.empty();
        while (ready.isEmpty()) {
            check(machine, options, deadline);
            pause();
            ready = first(agents, hellos, machine);
        }
        Agent chosen = ready.get().agent();
        agents.stream().filter(agent -> agent != chosen).forEach(Agent::close);
        return ready.get();
    }

    private static Optional<Ready> first(
            List<Agent> agents, List<Pending<Hello>> hellos, Machine machine) {
        return IntStream.range(0, agents.size())
                .filter(i -> hellos.get(i).isDone())
                .mapToObj(i -> new Ready(agents.get(i), hello(hellos.get(i), machine)))
                .findFirst();
    }

    private static Hello hello(Pending<Hello> answer, Machine machine) {
        try {
            return answer.await(Duration.ZERO);
        } catch (AgentLost lost) {
            throw new Autopsy(machine).ofStart(lost);
        }
    }

    private static void check(Machine machine, GuestOptions options, long deadline) {
        Autopsy autopsy = new Autopsy(machine);
        if (Thread.currentThread().isInterrupted()) {
            throw autopsy.interrupted();
        }
        if (System.nanoTime() - deadline > 0) {
            throw autopsy.notReady(options.bootLimit());
        }
        if (autopsy.foundNoLine()) {
            throw autopsy.noLine();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
