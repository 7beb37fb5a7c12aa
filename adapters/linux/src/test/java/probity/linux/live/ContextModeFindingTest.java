package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Helper;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Sample;
import probity.spi.Side;
import probity.spi.Target;

/** Which mode the context of programs says that the CPU was in, by a second observer. */
@Tag("qemu")
class ContextModeFindingTest {
    private static final long MODE = 0xf;
    private static final long EL1H = 5;
    private static final long EL0T = 0;
    private static final int EFAULT = -14;

    static Stream<String> addresses() {
        return Scene.addresses();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void pstate_says_user_mode_before_6_18(String address) throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasExits(), "This kernel has no programs at exit.");
            Evidence evidence = new Evidence("context-pstate", scene.release());
            Target target = scene.target(Role.LEAF);
            ProbeEvent entered =
                    Witness.event(ProbeEvent.Kind.KPROBE, "entered", target.name(), "pstate");
            ProbeEvent returned = scene.atReturn(target, "pstate");
            evidence.part(
                    "%s, returning to %s", target.name(), scene.name(Scene.returnAddress(target)));
            evidence.say("  kprobe events alone:");
            for (Traced truth : scene.witnessed(target, entered, returned)) {
                evidence.say("    %s", truth.line());
                assertThat(truth.value("pstate") & MODE).isEqualTo(EL1H);
            }
            for (Side side : Side.values()) {
                Event event = seen(scene, target, side);
                Event again = seen(scene, target, side);
                evidence.say("  MULTI program at %s alone:", side);
                evidence.say("    pstate of the context    0x%x", pstate(event));
                evidence.say("    mode of its perf sample  %s", mode(event));
                evidence.say("    bpf_get_stackid          %d", stackId(event));
                assertThat(List.of(pstate(again), mode(again), stackId(again) < 0))
                        .isEqualTo(List.of(pstate(event), mode(event), stackId(event) < 0));
                if (scene.hasModelessContext()) {
                    assertThat(pstate(event) & MODE).isEqualTo(EL0T);
                    assertThat(mode(event)).isEqualTo(Sample.Mode.USER);
                    assertThat(stackId(event)).isEqualTo(EFAULT);
                } else {
                    assertThat(pstate(event) & MODE).isEqualTo(EL1H);
                    assertThat(mode(event)).isEqualTo(Sample.Mode.KERNEL);
                    assertThat(stackId(event)).isZero();
                }
            }
            evidence.write();
        }
    }

    private static Event seen(Scene scene, Target target, Side side) {
        Action[] actions = {
            new Action.Capture("context"),
            new Action.Sample("sample", List.of("pc")),
            new Action.Help("id", Helper.GET_STACKID)
        };
        Probe bare = Probe.of("program", ProbeKind.MULTI, target.name());
        Probe probe = side == Side.ENTRY ? bare.onEntry(actions) : bare.onExit(actions);
        return scene.programs(target, probe).get(0);
    }

    private static long pstate(Event event) {
        return event.find("context", Observation.Captured.class)
                .orElseThrow()
                .registers()
                .get("pstate");
    }

    private static Sample.Mode mode(Event event) {
        return event.find("sample", Observation.Sampled.class)
                .flatMap(Observation.Sampled::sample)
                .orElseThrow()
                .mode();
    }

    private static int stackId(Event event) {
        return event.find("id", Observation.Helped.class).orElseThrow().code();
    }
}
