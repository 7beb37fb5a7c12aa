package probity.linux.live;

import java.util.List;
import probity.spi.Diagnostic;

/** Why a kernel that boots cannot be judged. */
final class LiveProblems {
    private static final String CONFIGURATION =
            "Build it with CONFIG_BPF_SYSCALL, CONFIG_BPF_EVENTS, CONFIG_DEBUG_INFO_BTF,"
                    + " CONFIG_KPROBE_EVENTS and CONFIG_NET, and for multi-kprobes with"
                    + " CONFIG_FPROBE.";

    private LiveProblems() {}

    static Diagnostic noBtf(String image) {
        return new Diagnostic(
                "kernel-without-btf",
                "The kernel " + image + " has no type information, BTF.",
                List.of(),
                "Build it with CONFIG_DEBUG_INFO_BTF.");
    }

    static Diagnostic noTargets(List<String> causes) {
        return new Diagnostic(
                "kernel-without-targets",
                "The kernel calls none of the functions that it has for tests of tracing,"
                        + " bpf_fentry_test1 and on.",
                causes,
                CONFIGURATION);
    }

    static Diagnostic lacks(List<String> missing) {
        return new Diagnostic(
                "kernel-lacks-interfaces",
                "The kernel lacks interfaces that the kit works with.",
                missing,
                CONFIGURATION);
    }

    static Diagnostic notServed(String what) {
        return new Diagnostic(
                "kernel-refuses-the-kit",
                "The kernel boots, but refuses what the kit needs of it.",
                List.of(what),
                CONFIGURATION);
    }
}
