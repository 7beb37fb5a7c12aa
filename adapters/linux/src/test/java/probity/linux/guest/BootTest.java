package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.agent.Agent;
import probity.linux.agent.AgentRefused;
import probity.linux.agent.Pending;
import probity.linux.agent.Refusal;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.image.KernelImage;

/** Real kernels, booted, and what can be done with them. */
@Tag("qemu")
class BootTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    static Stream<String> kernels() {
        return Live.addresses();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aKernelBootsAndServes(String address) throws Exception {
        KernelImage kernel = Live.kernel(address);
        long begin = System.nanoTime();
        Path files;
        long pid;
        try (Guest guest = Guest.boot(Live.qemu(), kernel, GuestOptions.defaults())) {
            Live.say("%s was ready after %d ms".formatted(kernel.origin(), millisSince(begin)));
            files = guest.files();
            pid = guest.pid();
            assertThat(files).isDirectory();

            introducesItself(guest);
            readsAndWrites(guest);
            oneWorkerBlocksWhileAnotherGoesOn(guest);
            refusesWhatItCannotServe(guest);
            measures(guest);

            assertThat(guest.console().text()).contains("probity: the agent is ready");
            assertThat(guest.console().troubles()).isEmpty();
        }
        assertThat(files).doesNotExist();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private static void introducesItself(Guest guest) {
        assertThat(guest.hello().pageSize()).isEqualTo(4096);
        assertThat(guest.hello().mounts())
                .hasSize(6)
                .allSatisfy((mount, e) -> assertThat(e).isZero());
        assertThat(guest.agent().call(Agent.MAIN, SystemCall.GETPID)).isEqualTo(1);
        assertThat(guest.calls(Agent.MAIN).uname()).startsWith("Linux").contains("aarch64");
    }

    private static void readsAndWrites(Guest guest) {
        SystemCalls calls = guest.calls(Agent.MAIN);
        String text = "a line of text\n".repeat(1000);

        calls.writeText("/tmp/file", text, SystemCalls.O_CREAT);

        assertThat(calls.readText("/tmp/file")).isEqualTo(text);
        assertThat(calls.readText("/proc/self/comm")).isEqualTo("init\n");
        assertThat(calls.readText("/sys/kernel/tracing/current_tracer")).isEqualTo("nop\n");
        assertThatThrownBy(() -> calls.open("/no/such/file", SystemCalls.O_RDONLY))
                .isInstanceOf(SystemCallFailed.class)
                .hasMessage("The openat of /no/such/file failed with -ENOENT.");
    }

    private static void oneWorkerBlocksWhileAnotherGoesOn(Guest guest) {
        Agent agent = guest.agent();
        int first = agent.spawn(1);
        int second = agent.spawn(2);
        SystemCalls main = guest.calls(Agent.MAIN);
        Scratch scratch = main.scratch();
        long ends = scratch.room(8);
        assertThat(main.call(scratch, SystemCall.PIPE2, ends, 0)).isZero();
        byte[] descriptors = agent.peek(ends, 8);

        SystemCalls blocked = guest.calls(1);
        Scratch room = blocked.scratch();
        Pending<Long> read = blocked.begin(room, SystemCall.READ, descriptors[0], room.room(8), 8);
        assertThat(agent.call(2, SystemCall.GETTID)).isEqualTo(second).isNotEqualTo(first);
        assertThat(read.isDone()).isFalse();
        assertThatThrownBy(() -> agent.call(1, SystemCall.GETTID))
                .isInstanceOfSatisfying(
                        AgentRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.WORKER_BUSY));
        guest.calls(2).write(descriptors[4], new byte[] {1, 2, 3});

        assertThat(read.await(LONG)).isEqualTo(3);
        assertThat(agent.call(1, SystemCall.GETTID)).isEqualTo(first);
    }

    private static void refusesWhatItCannotServe(Guest guest) {
        Agent agent = guest.agent();

        assertThatThrownBy(() -> agent.peek(8, 16))
                .hasMessage("The agent refused PEEK: an address that cannot be accessed (0x8).");
        assertThatThrownBy(() -> agent.poke(8, new byte[16]))
                .hasMessage("The agent refused POKE: an address that cannot be accessed (0x8).");
        assertThatThrownBy(() -> agent.call(9, SystemCall.GETTID))
                .hasMessage("The agent refused gettid on worker 9: no such worker (0x9).");
        assertThatThrownBy(() -> agent.begin(Agent.MAIN, 220).await(LONG))
                .hasMessageContaining("a system call that would return twice (0xdc)");
        assertThatThrownBy(() -> agent.spawn(1)).hasMessageContaining("-EBUSY");
        // large, across the pages of one piece and the pieces of one request
        byte[] large = new byte[200_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + i / 256);
        }
        agent.poke(guest.hello().buffer(), large);
        assertThat(agent.peek(guest.hello().buffer(), large.length)).isEqualTo(large);
    }

    private static void measures(Guest guest) {
        int times = 200;
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            guest.agent().call(Agent.MAIN, SystemCall.GETPID);
        }
        Live.say("a system call takes %d µs".formatted(millisSince(begin) * 1000 / times));
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    static List<Path> left() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("probity-guest"))
                    .toList();
        }
    }
}
