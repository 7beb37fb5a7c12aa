package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.events;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.named;
import static probity.reference.Rig.probe;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;

/** Handlers that call functions, and handlers that fault. */
class NestedTest {
    private final Rig rig = Rig.of("light-sparse-1");

    @AfterEach
    void close() {
        rig.close();
    }

    private static Action callOf(String function, long... arguments) {
        return new Action.Call("nested", function, Rig.arguments(arguments));
    }

    private static Observation.Called called(Event event) {
        return event.find("nested", Observation.Called.class).orElseThrow();
    }

    @Test
    void aCallFromAHandlerGivesTheRightResult() {
        rig.attach(fprobe("p", "leaf").onEntry(callOf("chain_a", 9)).onExit(callOf("chain_a", 9)));

        Execution execution = rig.run(call("leaf", 1, 2));

        long expected = rig.unhooked(call("chain_a", 9)).after().orElseThrow().get("x0");
        for (Event event : execution.events()) {
            assertThat(called(event).result().ending()).isEqualTo(Ending.RETURNED);
            assertThat(called(event).result().after().orElseThrow().get("x0")).isEqualTo(expected);
        }
        assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                .isEqualTo(rig.unhooked(call("leaf", 1, 2)).after().orElseThrow().get("x0"));
        assertThat(execution.activations())
                .filteredOn(Activation::nested)
                .hasSize(8)
                .allMatch(activation -> activation.end() == Activation.End.RETURNED);
    }

    @Test
    void resultsInMemoryComeThrough() {
        rig.attach(fprobe("p", "leaf").onEntry(callOf("indirect_result", 5, 6)));

        Execution execution = rig.run(call("leaf"));

        assertThat(called(execution.events().get(0)).result().resultMemory())
                .isEqualTo(rig.unhooked(call("indirect_result", 5, 6)).resultMemory());
    }

    @ParameterizedTest
    @EnumSource(
            value = ProbeKind.class,
            names = {"FPROBE", "SESSION", "KRETPROBE"})
    void anOwnHitIsMissedOnce(ProbeKind kind) {
        Probe probe =
                probe("p", kind, "chain_d", "chain_c")
                        .onEntry(callOf("chain_c", 1))
                        .onExit(callOf("chain_c", 1));
        rig.attach(probe);

        Execution execution = rig.run(call("chain_d", 4));

        assertThat(named(execution)).isEqualTo("p> p<");
        assertThat(rig.counts("p").entriesMissed()).hasValue(4);
        assertThat(rig.counts("p").exitsMissed()).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProbeKind.class,
            names = {"FPROBE", "MULTI", "KRETPROBE"})
    void anOwnHitOfAnExitOnlyProbeIsAMissedExit(ProbeKind kind) {
        rig.attach(probe("p", kind, "chain_d").onExit(callOf("chain_d", 1)));

        Execution execution = rig.run(call("chain_d", 4));

        assertThat(named(execution)).isEqualTo("p<");
        assertThat(rig.counts("p").entriesMissed()).hasValue(0);
        assertThat(rig.counts("p").exitsMissed()).hasValue(1);
    }

    @Test
    void otherProbesRunInsideAHandler() {
        rig.attach(fprobe("a", "leaf").onEntry(callOf("chain_c", 1)).onExit(callOf("chain_c", 1)));
        rig.attach(fprobe("b", "chain_c", "chain_d").onEntry(callOf("leaf", 1)));

        Execution execution = rig.run(call("leaf", 4));

        assertThat(named(execution)).isEqualTo("a> b> b> b< b< a< b> b> b< b<");
        assertThat(events(execution, "b")).allMatch(Event::nested);
        assertThat(events(execution, "a")).noneMatch(Event::nested);
        assertThat(rig.counts("a").entriesMissed()).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "light-sparse-1-hand"})
    void aHandlerOfAReturnToAHandlerMayCall(String design) {
        try (Rig two = Rig.of(design)) {
            two.attach(fprobe("a", "leaf").onEntry(callOf("leaf_long", 1, 2)));
            two.attach(
                    probe("b", ProbeKind.KRETPROBE, "leaf_long").onExit(callOf("plain_002", 3, 4)));

            Execution execution = two.run(call("leaf", 1));

            assertThat(named(execution)).isEqualTo("a> b< a<");
            assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                    .isEqualTo(two.unhooked(call("leaf", 1)).after().orElseThrow().get("x0"));
        }
    }

    @Test
    void aHandlerMayBlockInWhatItCalls() {
        rig.attach(fprobe("p", "leaf").onEntry(callOf("blocking_outer", 3), CAPTURE));

        Execution execution =
                rig.run(
                        call(0, 0, "leaf", 1),
                        call(1, 0, "leaf_long", 1),
                        new Plan.Move(0, 3),
                        new Plan.Continue(0));

        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.BLOCKED);
        assertThat(Rig.result(execution, 3).ending()).isEqualTo(Ending.RETURNED);
        assertThat(called(execution.events().get(0)).result().after().orElseThrow().get("x0"))
                .isEqualTo(
                        rig.unhooked(call("blocking_outer", 3), new Plan.Continue(0))
                                .after()
                                .orElseThrow()
                                .get("x0"));
    }

    @Test
    void functionsThatUnwindInsideAHandlerLeaveNothingBehind() {
        rig.attach(fprobe("a", "leaf").onEntry(callOf("catch_outer", 3)));
        rig.attach(fprobe("b", "throw_middle", "throw_jump", "leaf"));

        Execution execution = rig.run(call("leaf", 1), call("leaf", 2));

        assertThat(named(execution)).isEqualTo("a> b> b> b> b< a< a> b> b> b> b< a<");
        assertThat(Rig.result(execution, 1).after().orElseThrow().get("x0"))
                .isEqualTo(rig.unhooked(call("leaf", 2)).after().orElseThrow().get("x0"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProbeKind.class,
            names = {"FPROBE", "SESSION", "KRETPROBE"})
    void aFaultIsContained(ProbeKind kind) {
        rig.attach(
                probe("faults", kind, "leaf")
                        .onEntry(CAPTURE, new Action.Fault(), CAPTURE)
                        .onExit(new Action.Fault()));
        rig.attach(fprobe("other", "leaf"));

        Execution execution = rig.run(call("leaf", 1), call("leaf", 1));

        String one = "faults> other> other< faults<";
        assertThat(named(execution)).isEqualTo(one + " " + one);
        Event first = execution.events().get(0);
        assertThat(first.observations()).hasSize(2);
        assertThat(first.observations().get(1)).isInstanceOf(Observation.Faulted.class);
        assertThat(((Observation.Faulted) first.observations().get(1)).text())
                .contains("0x10", "no mapped memory");
        assertThat(rig.counts("faults").entriesRun()).hasValue(2);
        assertThat(rig.counts("faults").exitsRun()).hasValue(2);
        assertThat(Rig.result(execution, 1).after().orElseThrow().get("x0"))
                .isEqualTo(rig.unhooked(call("leaf", 1)).after().orElseThrow().get("x0"));
    }
}
