package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.agent.Errno;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.AttachType;
import probity.linux.bpf.call.MapCalls;
import probity.linux.bpf.call.ProgramCalls;
import probity.linux.bpf.handler.Handler;
import probity.linux.bpf.handler.HandlerCompiler;
import probity.linux.bpf.handler.HandlerMaps;
import probity.linux.bpf.handler.LogLayout;
import probity.linux.perf.PerfOpen;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/** Events on fprobes of real kernels. */
@Tag("qemu")
class LiveFprobeTest {
    static Stream<String> addresses() {
        return Scene.addresses();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void hits_stand_among_those_of_programs_and_say_what_was_called(String address)
            throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasFprobeEvents(), "This kernel has no events on fprobes.");
            Target target = scene.target(Role.LEAF);
            Action look = new Action.Capture("registers");
            List<Event> events =
                    scene.programs(
                            target,
                            Probe.of("F", ProbeKind.FPROBE, target.name())
                                    .onEntry(look)
                                    .onExit(look),
                            Probe.of("K", ProbeKind.KPROBE, target.name()).onEntry(look),
                            Probe.of("R", ProbeKind.KRETPROBE, target.name()).onExit(look));

            // the breakpoint is before the patch site; the fprobe returns first, to kretprobe's
            assertThat(events)
                    .extracting(event -> event.probe() + event.side().symbol())
                    .containsExactly("K>", "F>", "F<", "R<");
            RegisterFile entry = captured(events.get(1));
            RegisterFile truth = target.fixedArguments().orElseThrow();
            for (var parameter : target.parameters()) {
                String register = parameter.register();
                assertThat(entry.find(register)).isEqualTo(truth.find(register));
            }
            assertThat(entry.get("pc")).isEqualTo(target.resumeAddress());
            assertThat(entry.get("sp")).isEqualTo(captured(events.get(0)).get("sp"));
            assertThat(entry.get("x29")).isEqualTo(captured(events.get(0)).get("x29"));
            assertThat(events.get(1).entryIp()).hasValue(target.entryIp());
            assertThat(captured(events.get(2)).get("x0"))
                    .isEqualTo(captured(events.get(3)).get("x0"));
        }
    }

    /** Also where the definition of an event hooks its function already. */
    @ParameterizedTest
    @MethodSource("addresses")
    void what_is_detached_hooks_nothing_any_more(String address) throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasFprobeEvents(), "This kernel has no events on fprobes.");
            Target target = scene.target(Role.LEAF);
            Bytes before = scene.code(target);
            Action look = new Action.Capture("registers");

            scene.programs(
                    target,
                    Probe.of("F", ProbeKind.FPROBE, target.name()).onEntry(look).onExit(look));

            assertThat(scene.code(target)).isEqualTo(before);
        }
    }

    private static RegisterFile captured(Event event) {
        return event.find("registers", Observation.Captured.class).orElseThrow().registers();
    }

    /** That is why they are looked at through perf alone. */
    @ParameterizedTest
    @MethodSource("addresses")
    void no_program_can_be_attached_to_an_event_on_an_fprobe(String address) throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasFprobeEvents(), "This kernel has no events on fprobes.");
            String function = scene.target(Role.LEAF).name();

            assertThat(attachment(scene, ProbeEvent.Kind.KPROBE, function)).isZero();
            assertThat(Errno.name(-attachment(scene, ProbeEvent.Kind.FPROBE_ENTRY, function)))
                    .isEqualTo("EINVAL");
            assertThat(Errno.name(-attachment(scene, ProbeEvent.Kind.FPROBE_EXIT, function)))
                    .isEqualTo("EINVAL");
        }
    }

    private static long attachment(Scene scene, ProbeEvent.Kind kind, String function)
            throws Exception {
        SystemCalls calls = scene.calls();
        BpfRequests bpf = new BpfRequests(calls);
        TracefsEvents events = new TracefsEvents(calls, "other");
        HandlerMaps none =
                new HandlerMaps(
                        bpf.require(MapCalls.createArray("log", 4096, 2), "map"), 0, () -> 0);
        Handler handler =
                (Handler)
                        new HandlerCompiler(1, none, LogLayout.defaults(), Optional.empty())
                                .compile(
                                        0,
                                        Probe.of("P", ProbeKind.KPROBE, function).onEntry(),
                                        Side.ENTRY);
        int program = bpf.require(ProgramCalls.load("p", handler.program(), AttachType.NONE), "p");
        ProbeEvent event = events.define(kind, function, 0);
        int perf = (int) bpf.open(PerfOpen.tracepoint(events.id(event)));
        long answer = calls.call(SystemCall.IOCTL, perf, PerfOpen.SET_PROGRAM, program);
        calls.close(perf);
        events.release(event);
        return answer;
    }
}
