package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.linux.agent.Agent;
import probity.linux.agent.FakeAgent;
import probity.linux.agent.Hello;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.wire.Opcode;

/** Kernels that lack something, as their agent tells it. */
class RequirementsTest {
    private static final int POKE = 3;
    private static final int EFAULT = 14;
    private static final int ENODEV = 19;

    private final Map<Mount, Integer> mounts = new EnumMap<>(Mount.class);
    private final Set<SystemCall> callsThatAreNot = new HashSet<>();
    private final Set<String> filesThatAreNot = new HashSet<>();
    private String poked = "";
    private FakeAgent fake;
    private Agent agent;

    @AfterEach
    void close() {
        agent.close();
    }

    @Test
    void aKernelThatHasEverythingWillDo() {
        assertThat(missing()).isEmpty();
    }

    @Test
    void withoutBpf() {
        callsThatAreNot.add(SystemCall.BPF);

        assertThat(missing())
                .containsExactly(
                        "There is no system call bpf (-ENOSYS): it needs CONFIG_BPF_SYSCALL.");
    }

    @Test
    void withoutPerf() {
        callsThatAreNot.add(SystemCall.PERF_EVENT_OPEN);

        assertThat(missing())
                .containsExactly(
                        "There is no system call perf_event_open (-ENOSYS): it needs"
                                + " CONFIG_PERF_EVENTS.");
    }

    @Test
    void withoutBtf() {
        filesThatAreNot.add("/sys/kernel/btf/vmlinux");

        assertThat(missing())
                .containsExactly(
                        "There is no /sys/kernel/btf/vmlinux (-ENOENT): it needs"
                                + " CONFIG_DEBUG_INFO_BTF.");
    }

    @Test
    void withoutMemoryToRead() {
        filesThatAreNot.add("/proc/kcore");

        assertThat(missing())
                .containsExactly("There is no /proc/kcore (-ENOENT): it needs CONFIG_PROC_KCORE.");
    }

    @Test
    void withoutKprobeEvents() {
        filesThatAreNot.add("/sys/kernel/tracing/kprobe_events");

        assertThat(missing())
                .containsExactly(
                        "There is no /sys/kernel/tracing/kprobe_events (-ENOENT): it needs"
                                + " CONFIG_KPROBES and CONFIG_KPROBE_EVENTS.");
    }

    /** Nobody is told twice: without a file system its files are not looked for. */
    @Test
    void withoutTracefs() {
        mounts.put(Mount.TRACEFS, ENODEV);
        filesThatAreNot.add("/sys/kernel/tracing/kprobe_events");

        assertThat(missing())
                .containsExactly(
                        "/sys/kernel/tracing cannot be mounted (-ENODEV): it needs CONFIG_TRACING,"
                                + " by CONFIG_KPROBE_EVENTS.");
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        callsThatAreNot.add(SystemCall.BPF);
        filesThatAreNot.add("/sys/kernel/btf/vmlinux");
        filesThatAreNot.add("/proc/kallsyms");

        assertThat(missing()).hasSize(3);
    }

    private List<String> missing() {
        fake = new FakeAgent(this::serve);
        agent = new Agent(fake, Duration.ofMinutes(1));
        Hello hello = new Hello(4096, 0x1000, 1 << 16, 15, mounts);
        return Requirements.missing(hello, new SystemCalls(agent, hello, 0, Duration.ofMinutes(1)));
    }

    /** Remembers the last path that came, and refuses what is not there. */
    private void serve(FakeAgent.Request request) {
        if (request.opcode() == POKE) {
            byte[] text = new byte[request.payload().remaining() - Long.BYTES];
            request.payload().position(Long.BYTES).get(text);
            poked = new String(text, StandardCharsets.UTF_8);
            fake.answer(request, Opcode.POKE, new byte[0]);
        } else {
            fake.result(request, result(request.payload().getLong(0)));
        }
    }

    private long result(long number) {
        if (number == SystemCall.FACCESSAT.number()) {
            return filesThatAreNot.stream().anyMatch(poked::startsWith) ? -2 : 0;
        }
        return callsThatAreNot.stream().anyMatch(call -> call.number() == number) ? -38 : -EFAULT;
    }
}
