package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import probity.linux.agent.Agent;
import probity.linux.agent.Errno;
import probity.linux.agent.Hello;
import probity.linux.agent.Mount;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.guest.Guest;
import probity.spi.CandidateUnavailable;

/** What the kit cannot do without, and the configuration that gives it. */
final class Requirements {
    private static final int ENOENT = 2;
    private static final int ENOSYS = 38;
    private static final long AT_FDCWD = -100;

    private static final Map<Mount, String> MOUNTS =
            Map.of(
                    Mount.PROC, "CONFIG_PROC_FS",
                    Mount.SYSFS, "CONFIG_SYSFS",
                    Mount.TRACEFS, "CONFIG_TRACING, by CONFIG_KPROBE_EVENTS");

    /** A system call, which is refused for its arguments where it exists. */
    private record Call(SystemCall call, String configuration) {}

    private static final List<Call> CALLS =
            List.of(
                    new Call(SystemCall.BPF, "CONFIG_BPF_SYSCALL"),
                    new Call(SystemCall.PERF_EVENT_OPEN, "CONFIG_PERF_EVENTS"));

    private record File(String path, Mount on, String configuration) {}

    private static final List<File> FILES =
            List.of(
                    new File("/proc/kallsyms", Mount.PROC, "CONFIG_KALLSYMS"),
                    new File(KernelText.FILE, Mount.PROC, "CONFIG_PROC_KCORE"),
                    new File("/sys/kernel/btf/vmlinux", Mount.SYSFS, "CONFIG_DEBUG_INFO_BTF"),
                    new File(
                            "/sys/kernel/tracing/kprobe_events",
                            Mount.TRACEFS,
                            "CONFIG_KPROBES and CONFIG_KPROBE_EVENTS"));

    private final Hello hello;
    private final SystemCalls calls;
    private final List<String> missing = new ArrayList<>();

    private Requirements(Hello hello, SystemCalls calls) {
        this.hello = hello;
        this.calls = calls;
    }

    /**
     * Looks at what the agent could mount, and at what is there.
     *
     * @throws CandidateUnavailable naming all that is missing
     */
    static void check(Guest guest) throws CandidateUnavailable {
        List<String> missing =
                guest.watching(() -> missing(guest.hello(), guest.calls(Agent.MAIN)));
        if (!missing.isEmpty()) {
            throw new CandidateUnavailable(LiveProblems.lacks(missing));
        }
    }

    /** What is missing, a sentence each. */
    static List<String> missing(Hello hello, SystemCalls calls) {
        return new Requirements(hello, calls).missing();
    }

    private List<String> missing() {
        MOUNTS.keySet().stream().sorted().forEach(this::mount);
        CALLS.forEach(this::call);
        FILES.stream().filter(file -> errno(file.on()) == 0).forEach(this::file);
        return missing;
    }

    private void mount(Mount mount) {
        if (errno(mount) != 0) {
            missing.add(
                    "%s cannot be mounted (-%s): it needs %s."
                            .formatted(mount.path(), Errno.name(errno(mount)), MOUNTS.get(mount)));
        }
    }

    private int errno(Mount mount) {
        return hello.mounts().getOrDefault(mount, 0);
    }

    private void call(Call wanted) {
        if (calls.call(wanted.call(), 0, 0, 0, 0, 0) == -ENOSYS) {
            missing.add(
                    "There is no system call %s (-ENOSYS): it needs %s."
                            .formatted(wanted.call(), wanted.configuration()));
        }
    }

    private void file(File file) {
        Scratch scratch = calls.scratch();
        long path = scratch.text(file.path());
        if (calls.call(scratch, SystemCall.FACCESSAT, AT_FDCWD, path, 0) == -ENOENT) {
            missing.add(
                    "There is no %s (-ENOENT): it needs %s."
                            .formatted(file.path(), file.configuration()));
        }
    }
}
