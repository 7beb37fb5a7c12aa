package probity.linux.bpf.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.linux.bpf.handler.FakeKernel.MAPS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Side;

class NotExpressibleTest {
    private final HandlerCompiler compiler =
            new HandlerCompiler(
                    FakeKernel.PROCESS, MAPS, LogLayout.defaults(), Optional.of(FakeKernel.CALLS));

    @Test
    void actions_that_no_program_can_do() {
        Action.Call call = new Action.Call("call", "leaf", RegisterFile.empty(Architecture.ARM64));
        refused(new Action.Write("w", "x0", 1), "w", "A BPF program cannot write to its context.");
        refused(call, "call", "A BPF program cannot call any function of the kernel.");
        refused(new Action.Park(), "Park", "A BPF program cannot wait.");
        refused(new Action.Fault(), "Fault", "A BPF program that could fault is not loaded.");
    }

    @Test
    void fields_that_there_are_not() {
        refused(
                new Action.Read("read", "v0"),
                "read",
                "The pt_regs that a BPF program gets has no field v0.");
        Probe probe = multi(new Action.Write("write", "v1", 1));
        assertThat(compiler.attemptingWrites().compile(1, probe, Side.ENTRY))
                .hasToString("The pt_regs that a BPF program gets has no field v1.");
    }

    @Test
    void entry_data_without_a_session() {
        String reason = "Only the program of a session has entry data, its cookie.";
        refused(new Action.StoreData(0, 1), "StoreData", reason);
        refused(new Action.StoreField(0, "x0"), "StoreField", reason);
        refused(new Action.Cancel(), "Cancel", "Only the program of a session can cancel an exit.");
    }

    @Test
    void more_entry_data_than_a_session_has() {
        Probe probe =
                Probe.of("S", ProbeKind.SESSION, "leaf").onEntry(new Action.StoreField(8, "x0"));

        assertThat(compiler.compileSession(1, probe))
                .hasToString(
                        "The entry data of a session is one word; nothing can be stored at its"
                                + " byte 8.");
    }

    @Test
    void interfaces_that_run_no_program_there() {
        unreachable(
                ProbeKind.FPROBE,
                Side.ENTRY,
                "The handlers of an fprobe are C functions, not programs.");
        unreachable(
                ProbeKind.JPROBE,
                Side.ENTRY,
                "The handler of a jprobe is a C function, not a program.");
        unreachable(ProbeKind.KPROBE, Side.EXIT, "A kprobe has no exit to run a program at.");
        unreachable(
                ProbeKind.KRETPROBE,
                Side.ENTRY,
                "A kretprobe runs programs at the function's return only.");
    }

    @Test
    void all_reasons_are_given() {
        Probe probe =
                Probe.of("S", ProbeKind.SESSION, "leaf")
                        .onEntry(new Action.Park(), new Action.Read("r", "v31"))
                        .onExit(new Action.Fault());
        NotExpressible refused = (NotExpressible) compiler.compileSession(1, probe);

        assertThat(refused.reasons())
                .extracting(reason -> reason.side() + " " + reason.label())
                .containsExactly("ENTRY Park", "ENTRY r", "EXIT Fault");
        assertThat(refused)
                .hasToString(
                        "A BPF program cannot wait. The pt_regs that a BPF program gets has no"
                                + " field v31. A BPF program that could fault is not loaded.");
    }

    @Test
    void more_than_a_record_holds() {
        HandlerCompiler small =
                new HandlerCompiler(
                        FakeKernel.PROCESS, MAPS, new LogLayout(64, 1), Optional.empty());

        assertThat(small.compile(1, multi(new Action.Capture("all")), Side.ENTRY))
                .hasToString(
                        "What the script shows takes 328 bytes, and the log has 64 for a record.");
    }

    @Test
    void a_probe_without_a_script_there() {
        assertThatThrownBy(() -> compiler.compile(1, multi(), Side.EXIT))
                .hasMessage("Probe A has no script for [EXIT].");
    }

    private void refused(Action action, String label, String reason) {
        assertThat(((NotExpressible) compiler.compile(1, multi(action), Side.ENTRY)).reasons())
                .containsExactly(new Inexpressible(Side.ENTRY, label, reason));
    }

    private void unreachable(ProbeKind kind, Side side, String reason) {
        Probe probe = Probe.of("A", kind, "leaf").onEntry().onExit();

        assertThat(((NotExpressible) compiler.compile(1, probe, side)).reasons())
                .containsExactly(new Inexpressible(side, "", reason));
    }

    private static Probe multi(Action... actions) {
        return Probe.of("A", ProbeKind.MULTI, "leaf").onEntry(actions);
    }
}
