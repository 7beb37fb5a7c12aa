package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.captured;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.named;
import static probity.reference.Rig.probe;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.ProbeKind;

/** kprobe: a breakpoint at the symbol. */
class KprobeTest {
    private final Rig rig = Rig.of("light-sparse-1");

    @AfterEach
    void close() {
        rig.close();
    }

    // leaf begins with its patch site, leaf_landing with a landing pad
    @ParameterizedTest
    @ValueSource(strings = {"leaf", "leaf_landing", "pauth_outer"})
    void theHandlerGetsTheRegistersAtTheSymbol(String function) {
        rig.attach(probe("k", ProbeKind.KPROBE, function).onEntry(CAPTURE));

        Execution execution = rig.run(call(function, 3, 4));

        Event event = execution.events().get(0);
        Activation activation = Rig.activation(execution, function);
        assertThat(captured(event))
                .isEqualTo(activation.at(Point.CALL).orElseThrow().only(SetLayout.names()));
        assertThat(captured(event).get("pc")).isEqualTo(rig.target(function).address());
        assertThat(event.entryIp()).isEmpty();
        assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                .isEqualTo(rig.unhooked(call(function, 3, 4)).after().orElseThrow().get("x0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaf", "leaf_landing"})
    void itSharesAFunctionWithAnFprobe(String function) {
        Bytes before = rig.instance().code(function);
        rig.attach(probe("k", ProbeKind.KPROBE, function).onEntry(CAPTURE));
        rig.attach(fprobe("f", function));

        Execution execution =
                rig.run(
                        call(function),
                        new Plan.Detach("k"),
                        call(function),
                        new Plan.Attach(probe("k", ProbeKind.KPROBE, function).onEntry(CAPTURE)),
                        new Plan.Detach("f"),
                        call(function),
                        new Plan.Detach("k"),
                        call(function));

        assertThat(named(execution)).isEqualTo("k> f> f< f> f< k>");
        assertThat(rig.instance().code(function)).isEqualTo(before);
    }

    @Test
    void aHitInsideItsHandlerIsMissed() {
        rig.attach(
                probe("k", ProbeKind.KPROBE, "leaf")
                        .onEntry(new Action.Call("n", "leaf", Rig.arguments(1))));

        assertThat(named(rig.run(call("leaf")))).isEqualTo("k>");
        assertThat(rig.counts("k").entriesMissed()).hasValue(1);
    }

    @Test
    void itParksAndGoesOn() {
        rig.attach(probe("k", ProbeKind.KPROBE, "leaf").onEntry(new Action.Park(), CAPTURE));

        Execution execution = rig.run(call("leaf", 5), new Plan.Continue(0));

        assertThat(execution.events()).hasSize(1);
        assertThat(Rig.result(execution, 1).after().orElseThrow().get("x0"))
                .isEqualTo(rig.unhooked(call("leaf", 5)).after().orElseThrow().get("x0"));
    }
}
