package probity.linux.live;

import java.util.HashMap;
import java.util.Map;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.guest.Guest;
import probity.spi.MisuseException;

/** The tasks of plans: task 0 is the agent's main thread, each other one is a worker of its own. */
final class Tasks {
    private static final int EBUSY = 16;

    private final Guest guest;
    private final Map<Integer, Caller> callers = new HashMap<>();
    private final Map<Integer, Integer> byThread = new HashMap<>();

    Tasks(Guest guest) {
        this.guest = guest;
    }

    /** What makes system calls as this task; it starts to exist when it is first asked for. */
    Caller caller(int task) {
        if (task < 0 || task > guest.hello().workers()) {
            throw new MisuseException(
                    "There is no task %d; a guest has tasks 0 to %d."
                            .formatted(task, guest.hello().workers()));
        }
        return callers.computeIfAbsent(task, this::start);
    }

    private Caller start(int task) {
        if (task != Agent.MAIN) {
            spawn(task);
        }
        long thread = guest.agent().call(task, SystemCall.GETTID);
        byThread.put(BpfRequests.succeeded(thread, "gettid of task " + task), task);
        SystemCalls calls = guest.calls(task);
        return new Caller(calls, new BpfRequests(calls));
    }

    /** Workers live as long as their guest, so an earlier instance may have started this one. */
    private void spawn(int task) {
        try {
            guest.agent().spawn(task);
        } catch (SystemCallFailed failed) {
            if (failed.errno() != EBUSY) {
                throw failed;
            }
        }
    }

    /** The task of a thread. */
    int ofThread(int thread) {
        Integer task = byThread.get(thread);
        if (task == null) {
            throw new IllegalStateException(
                    "A handler ran on thread %d, which is none of %s that were told to call."
                            .formatted(thread, byThread.keySet()));
        }
        return task;
    }
}
