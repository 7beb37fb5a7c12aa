package probity.linux.live;

import java.util.EnumMap;
import java.util.Map;
import probity.linux.agent.SystemCalls;

/** The triggers of one instance, each set up when it is first needed. */
final class Triggers {
    private final Caller caller;
    private final int first;
    private final Map<Way, Trigger> ready = new EnumMap<>(Way.class);

    /**
     * None is set up yet.
     *
     * @param caller the task that sets them up
     * @param first the BTF id of the first function of a test run
     */
    Triggers(Caller caller, int first) {
        this.caller = caller;
        this.first = first;
    }

    Trigger of(Way way) {
        return ready.computeIfAbsent(way, this::set);
    }

    private Trigger set(Way way) {
        SystemCalls calls = caller.calls();
        return switch (way) {
            case TEST_RUN -> new TestRun(caller.bpf(), first);
            case OPEN -> new FailingOpen(calls);
            case EPOLL -> new NestedEpolls(calls);
        };
    }
}
