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
import probity.linux.guest.KernelWarning;

/** What can be done to a guest that is at work. */
enum Sabotage {
    /** The kernel panics: requests are served in their order, and this one is never answered. */
    PANIC {
        @Override
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
            int trigger = open(guest, "/proc/sysrq-trigger", SystemCalls.O_WRONLY);
            return writing(guest, trigger, "c");
        }
    },
    /** The kernel oopses inside of the call. */
    OOPS {
        @Override
        Runnable prepare(Workshop workshop) {
            HarmfulProgram.oopsing(workshop.guest(), workshop.ids());
            return () -> {};
        }
    },
    /** The call takes the CPU for itself. */
    LOCKUP {
        @Override
        Runnable prepare(Workshop workshop) {
            HarmfulProgram.stalling(workshop.guest(), workshop.ids());
            return () -> {};
        }
    },
    /** The kernel warns that it is asked for more memory than it ever has in one piece. */
    WARNING {
        @Override
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
            SystemCalls calls = guest.calls(Agent.MAIN);
            long socket = KernelWarning.socket(calls);
            long header = atEnd(guest, KernelWarning.header());
            return () -> guest.agent().begin(Agent.MAIN, SystemCall.SENDMSG, socket, header, 0);
        }
    },
    /** A task waits for a lock that another one holds, which waits for a message of the kernel. */
    HUNG_TASK {
        @Override
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
            guest.calls(Agent.MAIN).writeText("/proc/sys/kernel/hung_task_timeout_secs", "1", 0);
            int messages = open(guest, KMSG, SystemCalls.O_RDONLY);
            readAll(guest.calls(Agent.MAIN), open(guest, KMSG, O_NONBLOCK));
            guest.agent().spawn(HOLDER);
            guest.agent().spawn(WAITER);
            long room = atEnd(guest, new byte[ROOM]);
            guest.agent().begin(HOLDER, SystemCall.READ, messages, room, ROOM);
            return () -> guest.agent().begin(WAITER, SystemCall.READ, messages, room, ROOM);
        }
    },
    /** The agent ends itself. */
    AGENT_EXIT {
        @Override
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
            return () -> guest.agent().begin(Agent.MAIN, SystemCall.EXIT_GROUP, 3);
        }
    },
    /** Something else than the agent writes to its line. */
    GARBAGE {
        @Override
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
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
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
            return () -> signal(guest, "KILL");
        }
    },
    /** QEMU runs no more, and does not end either. */
    STOP {
        @Override
        Runnable prepare(Workshop workshop) {
            Guest guest = workshop.guest();
            return () -> signal(guest, "STOP");
        }
    };

    private static final Set<String> LINES = Set.of("/dev/vport0p1", "/dev/ttyS0");
    private static final String KMSG = "/proc/kmsg";
    private static final int O_NONBLOCK = 04000;
    private static final int READLINKAT = 78;

    /** Workers that no plan here has. */
    private static final int HOLDER = 1;

    private static final int WAITER = 2;

    /** In bytes, at the end of the agent's buffer. */
    private static final int ROOM = 128;

    private static final long LIMIT_SECONDS = 60;

    /** Makes ready, while the guest is idle, what is done later. */
    abstract Runnable prepare(Workshop workshop);

    /** Has it done as soon as the guest runs test programs. */
    Thread duringTheNextPlan(Workshop workshop) {
        Guest guest = workshop.guest();
        Runnable deed = prepare(workshop);
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

    private static int open(Guest guest, String path, int flags) {
        return guest.calls(Agent.MAIN).open(path, flags);
    }

    /** Reads until there is nothing more. */
    private static void readAll(SystemCalls calls, int file) {
        long room = calls.scratch().room(ROOM);
        while (calls.call(SystemCall.READ, file, room, ROOM) > 0) {
            // the text is on the console, too
        }
    }

    private static Runnable writing(Guest guest, int file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long address = atEnd(guest, bytes);
        return () -> guest.agent().begin(Agent.MAIN, SystemCall.WRITE, file, address, bytes.length);
    }

    /** The end of the buffer belongs to the last worker, which no plan here has. */
    private static long atEnd(Guest guest, byte[] bytes) {
        long address = guest.hello().buffer() + guest.hello().bufferSize() - ROOM;
        guest.agent().poke(address, bytes);
        return address;
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
