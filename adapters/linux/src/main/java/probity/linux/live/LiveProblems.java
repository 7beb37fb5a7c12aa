package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import probity.linux.guest.GuestLost;
import probity.spi.Diagnostic;

/** Why a kernel that boots cannot be judged. */
final class LiveProblems {
    private static final String CONFIGURATION =
            "Build it with CONFIG_BPF_SYSCALL, CONFIG_BPF_EVENTS, CONFIG_DEBUG_INFO_BTF,"
                    + " CONFIG_KPROBE_EVENTS, CONFIG_PROC_KCORE and CONFIG_NET, and for multi-kprobes with"
                    + " CONFIG_FPROBE.";

    /** Lines of a console that go into a message. */
    private static final int LAST = 15;

    private LiveProblems() {}

    /** Why it did not boot, with the last words of its console. */
    static Diagnostic notBooted(GuestLost lost) {
        Diagnostic why = lost.diagnostic();
        List<String> causes = new ArrayList<>(why.causes());
        List<String> console = lost.console();
        console.subList(Math.max(0, console.size() - LAST), console.size())
                .forEach(line -> causes.add("console: " + line));
        return new Diagnostic(why.code(), why.message(), causes, why.hint());
    }

    static Diagnostic noBtf(String image) {
        return new Diagnostic(
                "kernel-without-btf",
                "The kernel " + image + " has no type information, BTF.",
                List.of(),
                "Build it with CONFIG_DEBUG_INFO_BTF, which needs CONFIG_BPF_SYSCALL,"
                        + " CONFIG_DEBUG_INFO_DWARF5 and the program pahole.");
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
