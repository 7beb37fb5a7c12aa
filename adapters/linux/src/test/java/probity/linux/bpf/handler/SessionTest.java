package probity.linux.bpf.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.linux.bpf.handler.FakeKernel.LAYOUT;
import static probity.linux.bpf.handler.FakeKernel.MAPS;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.Observation.Loaded;
import probity.spi.Observation.ReadField;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

class SessionTest {
    private static final Action.LoadData LOAD = new Action.LoadData("data");

    private final FakeKernel kernel = new FakeKernel();
    private final HandlerCompiler compiler =
            new HandlerCompiler(FakeKernel.PROCESS, MAPS, LAYOUT, Optional.of(FakeKernel.CALLS));

    @Test
    void one_program_runs_a_script_of_its_own_at_each_side() {
        Handler handler =
                session(
                        session()
                                .onEntry(new Action.Read("first", "x0"))
                                .onExit(new Action.Read("second", "x1")));
        entry(handler);
        exit(handler);

        assertThat(events(handler)).extracting(Event::side).containsExactly(Side.ENTRY, Side.EXIT);
        assertThat(events(handler).get(0).find("first", ReadField.class)).isPresent();
        assertThat(events(handler).get(1).find("second", ReadField.class)).isPresent();
        assertThat(events(handler))
                .extracting(Event::dataSize)
                .allMatch(OptionalInt::isEmpty); // nobody asked for any
    }

    @Test
    void the_cookie_is_entry_data() {
        Handler handler =
                session(
                        session()
                                .onEntry(LOAD, new Action.StoreData(0, 0x1122_3344_5566_7788L))
                                .onExit(LOAD));
        entry(handler);
        exit(handler);

        assertThat(events(handler).get(0).find("data", Loaded.class))
                .contains(new Loaded("data", Bytes.parse("0000000000000000")));
        assertThat(events(handler).get(1).find("data", Loaded.class))
                .contains(new Loaded("data", Bytes.parse("8877665544332211")));
    }

    @Test
    void a_field_can_be_stored_in_it() {
        Handler handler = session(session().onEntry(new Action.StoreField(0, "x30")).onExit(LOAD));
        entry(handler);
        exit(handler);

        assertThat(events(handler).get(1).find("data", Loaded.class))
                .contains(new Loaded("data", Bytes.parse("1e000000000000a5")));
    }

    @Test
    void an_entry_that_cancels_its_exit_returns_1() {
        Handler handler =
                session(session().onEntry(new Action.Cancel()).onExit(new Action.Read("a", "x0")));

        assertThat(entry(handler)).isEqualTo(1);
        assertThat(exit(handler)).isZero();
    }

    @Test
    void a_side_without_a_script_leaves_no_record() {
        Handler handler = session(session().onExit());
        assertThat(entry(handler)).isZero();
        assertThat(events(handler)).isEmpty();
        exit(handler);
        assertThat(events(handler)).extracting(Event::side).containsExactly(Side.EXIT);

        Handler other = session(session().onEntry());
        exit(other);
        assertThat(events(handler)).hasSize(1);
    }

    @Test
    void a_kernel_without_sessions() {
        HandlerCompiler old =
                new HandlerCompiler(FakeKernel.PROCESS, MAPS, LAYOUT, Optional.empty());

        assertThat(old.compileSession(1, session().onEntry()))
                .hasToString("This kernel has no sessions of programs: it lacks their functions.");
    }

    @Test
    void a_session_is_compiled_as_one_and_nothing_else_is() {
        assertThatThrownBy(() -> compiler.compile(1, session().onEntry(), Side.ENTRY))
                .hasMessage("A session has one program for both sides, and S is one.");
        Probe multi = Probe.of("A", ProbeKind.MULTI, "leaf").onEntry();
        assertThatThrownBy(() -> compiler.compileSession(1, multi)).hasMessage("A is no session.");
    }

    @Test
    void the_listing_is_that_of_the_verifier() {
        Handler handler = session(session().onExit());

        assertThat(handler.program().toString())
                .startsWith(
                        """
                           0: r6 = r1
                           1: r9 = 0
                           2: call bpf_get_current_pid_tgid#14
                           3: *(u64 *)(r10 -16) = r0
                           4: r1 = *(u32 *)(r10 -12)
                           5: if r1 != 7 goto pc+41
                           6: r1 = r6
                           7: call bpf_session_is_return#71
                           8: r0 &= 1
                           9: if r0 != 0 goto pc+1
                          10: goto pc+36
                          11: *(u32 *)(r10 -4) = 0
                          12: r1 = map[fd:3]
                          14: r2 = r10
                          15: r2 += -4
                          16: call bpf_map_lookup_elem#1
                          17: if r0 == 0 goto pc+29
                          18: r8 = 1
                          19: r8 = atomic64_fetch_add((u64 *)(r0 +0), r8)
                        """)
                .endsWith("  47: r0 = r9\n  48: exit\n");
    }

    private Probe session() {
        return Probe.of("S", ProbeKind.SESSION, "leaf");
    }

    private Handler session(Probe probe) {
        return (Handler) compiler.compileSession(4, probe);
    }

    private long entry(Handler handler) {
        kernel.isReturn = false;
        return kernel.run(handler);
    }

    private long exit(Handler handler) {
        kernel.isReturn = true;
        return kernel.run(handler);
    }

    private List<Event> events(Handler handler) {
        EventDecoder decoder = new EventDecoder(kernel);
        return new LogReader(LAYOUT, List.of(handler))
                .read(kernel.log).records().stream().map(decoder::decode).toList();
    }
}
