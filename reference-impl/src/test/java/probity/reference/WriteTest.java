package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.call;
import static probity.reference.Rig.probe;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Side;

/** Handlers that change arguments and results. */
class WriteTest {
    private static final long NEW = 0x4242_4242_4242_4242L;

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "full-embedded-1", "light-sparse-1-hand"})
    void everyWritableFieldReachesTheBodyAlone(String design) {
        for (ProbeKind kind : Set.of(ProbeKind.FPROBE, ProbeKind.KPROBE)) {
            for (String register : writable(design, kind, Side.ENTRY)) {
                try (Rig rig = Rig.of(design)) {
                    rig.attach(
                            probe("p", kind, "leaf").onEntry(new Action.Write("w", register, NEW)));

                    Execution execution = rig.run(call("leaf"));

                    assertThat(wrote(execution)).as(register).isZero();
                    RegisterFile body = body(execution);
                    assertThat(body.get(register)).as(register).isEqualTo(NEW);
                    RegisterFile unhooked = body(rig.unhookedRun(call("leaf")));
                    for (String other : writable(design, kind, Side.ENTRY)) {
                        if (!other.equals(register)) {
                            assertThat(body.get(other)).isEqualTo(unhooked.get(other));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "full-embedded-1", "light-sparse-1-hand"})
    void everyWritableFieldReachesTheCaller(String design) {
        for (ProbeKind kind : Set.of(ProbeKind.FPROBE, ProbeKind.KRETPROBE)) {
            for (String register : writable(design, kind, Side.EXIT)) {
                try (Rig rig = Rig.of(design)) {
                    rig.attach(
                            probe("p", kind, "leaf").onExit(new Action.Write("w", register, NEW)));

                    Execution execution = rig.run(call("leaf"));

                    assertThat(wrote(execution)).as(register).isZero();
                    Activation activation = Rig.activation(execution, "leaf");
                    assertThat(activation.at(Point.AFTER).orElseThrow().get(register))
                            .as("%s %s", kind, register)
                            .isEqualTo(NEW);
                }
            }
        }
    }

    @Test
    void otherFieldsAreRefused() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    probe("p", ProbeKind.KPROBE, "leaf")
                            .onEntry(new Action.Write("w", "x20", NEW)));

            Execution execution = rig.run(call("leaf"));

            assertThat(wrote(execution)).isEqualTo(-22);
            assertThat(body(execution).get("x20"))
                    .isEqualTo(body(rig.unhookedRun(call("leaf"))).get("x20"));
        }
    }

    @Test
    void aSecondHandlerSeesWhatTheFirstWrote() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    probe("a", ProbeKind.FPROBE, "leaf").onEntry(new Action.Write("w", "x3", NEW)));
            rig.attach(probe("b", ProbeKind.MULTI, "leaf").onEntry(Rig.CAPTURE));

            assertThat(Rig.captured(rig.run(call("leaf")).events().get(1)).get("x3"))
                    .isEqualTo(NEW);
        }
    }

    private static Set<String> writable(String design, ProbeKind kind, Side side) {
        return Designs.candidate(Design.parse(design).orElseThrow())
                .describe()
                .set(kind, side)
                .orElseThrow()
                .writable();
    }

    private static int wrote(Execution execution) {
        return execution.events().get(0).find("w", Observation.Wrote.class).orElseThrow().code();
    }

    private static RegisterFile body(Execution execution) {
        return Rig.activation(execution, "leaf").at(Point.BODY).orElseThrow();
    }
}
