package probity.judge;

import probity.spi.Action;
import probity.spi.Helper;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;

/** Short names for the plans of tests. */
final class Plans {
    static final Action CAPTURE = new Action.Capture("c");
    static final Action AGAIN = new Action.Capture("c2");
    static final Action WALK = new Action.Walk("w", Action.Walk.From.CONTEXT);
    static final Action WALK_HERE = new Action.Walk("h", Action.Walk.From.HERE);
    static final Action STACK = new Action.Help("s", Helper.GET_STACK);
    static final Action STACK_ID = new Action.Help("i", Helper.GET_STACKID);
    static final Action FUNC_IP = new Action.Help("f", Helper.GET_FUNC_IP);
    static final Action COOKIE = new Action.Help("k", Helper.GET_ATTACH_COOKIE);
    static final Action LOAD = new Action.LoadData("d");

    private Plans() {}

    static Plan.Attach attach(Probe probe) {
        return new Plan.Attach(probe);
    }

    static Probe fprobe(String... functions) {
        return Probe.of("p", ProbeKind.FPROBE, functions);
    }

    static Probe session(String... functions) {
        return Probe.of("p", ProbeKind.SESSION, functions);
    }

    static Probe kprobe(String... functions) {
        return Probe.of("p", ProbeKind.KPROBE, functions);
    }

    static Probe kretprobe(String... functions) {
        return Probe.of("p", ProbeKind.KRETPROBE, functions);
    }

    static Action sample(String... registers) {
        return new Action.Sample("x", java.util.List.of(registers));
    }
}
