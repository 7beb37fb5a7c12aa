package probity.linux.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import probity.linux.agent.Agent;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.guest.Guest;

/** What can be done to a guest that is at work. */
enum Sabotage {
    /** The kernel panics: requests are served in their order, and this one is never answered. */
    PANIC {
        @Override
        Runnable prepare(Guest guest) {
            return writing(guest, open(guest, "/proc/sysrq-trigger"), "c");
        }
    },
    /** The kernel prints what it prints at a WARN, and goes on. */
    WARNING {
        @Override
        Runnable prepare(Guest guest) {
            return writing(guest, open(guest, "/dev/kmsg"), "<4>WARNING: CPU: 0 PID: 1 at x.c:1\n");
        }
    },
    /** The kernel prints what it prints at a stall, and goes on. */
    STALL {
        @Override
        Runnable prepare(Guest guest) {
            return writing(
                    guest,
                    open(guest, "/dev/kmsg"),
                    "<3>rcu: INFO: rcu_preempt self-detected stall on CPU\n");
        }
    },
    /** The agent ends itself. */
    AGENT_EXIT {
        @Override
        Runnable prepare(Guest guest) {
            return () -> guest.agent().begin(Agent.MAIN, SystemCall.EXIT_GROUP, 3);
        }
    },
    /** Something else than the agent writes to its line. */
    GARBAGE {
        @Override
        Runnable prepare(Guest guest) {
            SystemCalls calls = guest.calls(Agent.MAIN);
            int line =
                    IntStream.range(0, 16)
                            .filter(file -> LINES.contains(target(calls, guest, file)))
                            .findFirst()
                            .orElseThrow();
            return writing(guest, line, "a line of text where a frame should be\n");
        }
    },
    /** Somebody kills QEMU. */
    KILL {
        @Override
        Runnable prepare(Guest guest) {
            return () -> signal(guest, "KILL");
        }
    },
    /** QEMU runs no more, and does not end either. */
    STOP {
        @Override
        Runnable prepare(Guest guest) {
            return () -> signal(guest, "STOP");
        }
    };

    private static final Set<String> LINES = Set.of("/dev/vport0p1", "/dev/ttyS0");
    private static final int READLINKAT = 78;
    private static final long LIMIT_SECONDS = 60;

    /** Makes ready, while the guest is idle, what is done later. */
    abstract Runnable prepare(Guest guest);

    /** Has it done as soon as the guest runs test programs. */
    Thread duringTheNextPlan(Guest guest) {
        Runnable deed = prepare(guest);
        for (int i = 0; i < 100; i++) {
            guest.agent().call(Agent.MAIN, SystemCall.GETPID); // pushes out what was asked before
        }
        Thread thread =
                new Thread(
                        () -> {
                            awaitTestRun(guest);
                            deed.run();
                        },
                        "saboteur");
        thread.start();
        return thread;
    }

    private static void awaitTestRun(Guest guest) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (guest.agent().lastCalls().stream().noneMatch(call -> call.contains("bpf(0xa,"))) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("There was no test run.");
            }
        }
    }

    private static int open(Guest guest, String path) {
        return guest.calls(Agent.MAIN).open(path, SystemCalls.O_WRONLY);
    }

    /** The end of the buffer belongs to the last worker, which no plan here has. */
    private static Runnable writing(Guest guest, int file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long address = guest.hello().buffer() + guest.hello().bufferSize() - 128;
        guest.agent().poke(address, bytes);
        return () -> guest.agent().begin(Agent.MAIN, SystemCall.WRITE, file, address, bytes.length);
    }

    private static String target(SystemCalls calls, Guest guest, int file) {
        Scratch scratch = calls.scratch();
        long path = scratch.text("/proc/self/fd/" + file);
        long room = scratch.room(64);
        calls.call(scratch, SystemCall.GETPID); // brings the path there
        long size =
                guest.agent()
                        .begin(Agent.MAIN, READLINKAT, -100, path, room, 64)
                        .await(Duration.ofSeconds(LIMIT_SECONDS));
        return size < 0
                ? ""
                : new String(guest.agent().peek(room, (int) size), StandardCharsets.UTF_8);
    }

    private static void signal(Guest guest, String name) {
        try {
            new ProcessBuilder(List.of("kill", "-" + name, Long.toString(guest.pid())))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
