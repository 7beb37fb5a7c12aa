package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.linux.agent.Errno;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;

/**
 * A chain of epolls, each watching the next. Before one more epoll may watch any of them, the
 * kernel follows the chain from there to its end, and only then finds that it is watched already.
 */
final class NestedEpolls implements Trigger {
    private static final int EPOLL_CTL_ADD = 1;
    private static final int EVENT = 16;
    private static final int EEXIST = 17;
    private static final int ELOOP = 40;

    private final List<Integer> chain = new ArrayList<>();
    private final int watcher;

    /** Makes the chain, which lasts as long as the guest. */
    NestedEpolls(SystemCalls calls) {
        chain.add(epoll(calls));
        for (int i = 0; i < Way.EPOLL.deepest(); i++) {
            int outer = epoll(calls);
            BpfRequests.succeeded(watch(calls, outer, chain.get(i)), "nesting of epolls");
            chain.add(outer);
        }
        watcher = epoll(calls);
        chain.forEach(epoll -> watch(calls, watcher, epoll));
    }

    private static int epoll(SystemCalls calls) {
        return BpfRequests.succeeded(
                calls.call(SystemCall.EPOLL_CREATE1, 0), SystemCall.EPOLL_CREATE1.toString());
    }

    private static long watch(SystemCalls calls, int watcher, int watched) {
        Scratch scratch = calls.scratch();
        return calls.call(
                scratch,
                SystemCall.EPOLL_CTL,
                watcher,
                EPOLL_CTL_ADD,
                watched,
                scratch.room(EVENT));
    }

    @Override
    public Optional<String> run(Caller caller, int depth) {
        long result = watch(caller.calls(), watcher, chain.get(depth));
        // newer kernels count the watcher too, and find the whole chain too long
        return result == -EEXIST || result == -ELOOP
                ? Optional.empty()
                : Optional.of(
                        "An epoll that was to watch another for the second time was answered %s."
                                .formatted(Errno.result(result)));
    }
}
