package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.captured;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.named;
import static probity.reference.Rig.probe;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Counts;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.Side;

/** kretprobe, as long as there is one. */
class KretprobeTest {
    private static Probe kretprobe(String name, String... functions) {
        return probe(name, ProbeKind.KRETPROBE, functions).onExit(CAPTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "light-sparse-0",
                "light-sparse-0-hand",
                "light-denied-1-hand",
                "light-relocated-2",
                "full-embedded-0",
                "full-embedded-2-hand"
            })
    void aHandlerGetsAFullSetAtTheReturn(String design) {
        try (Rig rig = Rig.of(design)) {
            rig.attach(kretprobe("k", "chain_b", "chain_d").onEntry(CAPTURE));

            Execution execution = rig.run(call("chain_a", 4));

            assertThat(named(execution)).isEqualTo("k> k> k< k<");
            for (Event event : execution.events()) {
                Activation activation = Rig.activation(execution, event.function());
                boolean entry = event.side() == Side.ENTRY;
                Point point = entry ? Point.CALL : Point.RETURN;
                RegisterFile truth = activation.at(point).orElseThrow().only(SetLayout.names());
                RegisterFile seen = captured(event);
                assertThat(seen)
                        .isEqualTo(entry ? truth : truth.with("pc", activation.returnAddress()));
                assertThat(event.returnIp()).hasValue(activation.returnAddress());
            }
            assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                    .isEqualTo(rig.unhooked(call("chain_a", 4)).after().orElseThrow().get("x0"));
        }
    }

    @Test
    void anEmptyPoolMisses() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(kretprobe("k", "recursive").withMaxActive(2));
            rig.attach(kretprobe("e", "recursive").onEntry(CAPTURE).withMaxActive(3));

            Execution execution = rig.run(call("recursive", 5));

            Counts counts = rig.counts("k");
            assertThat(counts.exitsRun()).hasValue(2);
            assertThat(counts.exitsMissed()).hasValue(4);
            Counts both = rig.counts("e");
            assertThat(both.entriesRun()).hasValue(3);
            assertThat(both.entriesMissed()).hasValue(3);
            assertThat(both.exitsRun()).hasValue(3);
            assertThat(both.exitsMissed()).hasValue(0);
            assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                    .isEqualTo(rig.unhooked(call("recursive", 5)).after().orElseThrow().get("x0"));
        }
    }

    @Test
    void thePoolIsTenIfNobodySays() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(kretprobe("k", "recursive"));

            rig.run(call("recursive", 15));

            assertThat(rig.counts("k").exitsRun()).hasValue(10);
        }
    }

    @Test
    void unwoundInstancesOfOtherTasksGoBackToThePool() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(kretprobe("k", "throw_middle", "leaf").withMaxActive(1));

            Execution execution =
                    rig.run(
                            call(0, 0, "catch_outer", 1),
                            call(1, 1, "catch_outer", 1),
                            call(2, 2, "end_outer", 1),
                            call(3, 3, "leaf", 1));

            assertThat(named(execution)).isEqualTo("k<");
            assertThat(rig.counts("k").exitsMissed()).hasValue(0);
        }
    }

    @Test
    void aNonZeroEntryResultCancels() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(kretprobe("k", "leaf").onEntry(new Action.Cancel()).withMaxActive(1));

            Execution execution = rig.run(call("leaf"), call("leaf"));

            assertThat(named(execution)).isEqualTo("k> k>");
            assertThat(rig.counts("k").cancelled()).hasValue(2);
            assertThat(rig.counts("k").exitsMissed()).hasValue(0);
            assertThat(execution.trampolines()).isEmpty();
        }
    }

    @Test
    void tailCallsAndTwoKindsUnwindInOrder() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(kretprobe("k", "tail_first", "tail_second"));
            rig.attach(fprobe("f", "tail_first", "tail_second"));

            Execution execution = rig.run(call("tail_caller", 5, 6));

            assertThat(named(execution)).isEqualTo("f> f> f< k< f< k<");
            long caller = Rig.activation(execution, "tail_first").returnAddress();
            assertThat(execution.events())
                    .allMatch(event -> event.returnIp().getAsLong() == caller);
            assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                    .isEqualTo(
                            rig.unhooked(call("tail_caller", 5, 6))
                                    .after()
                                    .orElseThrow()
                                    .get("x0"));
        }
    }

    @Test
    void detachInFlightDropsTheExit() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Execution execution =
                    rig.run(
                            new Plan.Attach(kretprobe("k", "blocking")),
                            call("blocking_outer", 3),
                            new Plan.Detach("k"),
                            new Plan.Continue(0));

            assertThat(execution.events()).isEmpty();
            assertThat(rig.counts("k").dropped()).hasValue(1);
        }
    }

    @Test
    void fprobeExitsGiveTheSame() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Action[] entry = {new Action.StoreField(0, "x0"), new Action.StoreData(8, 99)};
            Action[] exit = {CAPTURE, new Action.LoadData("data")};
            rig.attach(kretprobe("k", "recursive").onEntry(entry).onExit(exit).withData(16));
            rig.attach(fprobe("f", "recursive").onEntry(entry).onExit(exit).withData(16));

            Execution execution = rig.run(call("recursive", 3));

            List<Event> kretprobes = exits(execution, "k");
            List<Event> fprobes = exits(execution, "f");
            assertThat(fprobes).hasSize(4).hasSameSizeAs(kretprobes);
            for (int i = 0; i < 4; i++) {
                assertThat(fprobes.get(i).returnIp()).isEqualTo(kretprobes.get(i).returnIp());
                assertThat(data(fprobes.get(i))).isEqualTo(data(kretprobes.get(i)));
                assertThat(captured(fprobes.get(i)).get("x0"))
                        .isEqualTo(captured(kretprobes.get(i)).get("x0"));
            }
            assertThat(rig.counts("f").exitsMissed()).isEqualTo(rig.counts("k").exitsMissed());
        }
    }

    private static List<Event> exits(Execution execution, String probe) {
        return Rig.events(execution, probe).stream().filter(e -> e.side() == Side.EXIT).toList();
    }

    private static Object data(Event event) {
        return event.find("data", probity.spi.Observation.Loaded.class).orElseThrow().data();
    }

    @Test
    void stageTwoSaysOnceThatItIsGoing() {
        try (Rig rig = Rig.of("light-sparse-2")) {
            assertThat(rig.attach(kretprobe("none", "no_such_function")))
                    .isInstanceOf(Refused.class);
            assertThat(notice(rig.attach(fprobe("f", "leaf")))).isFalse();
            AttachResult first = rig.attach(kretprobe("a", "leaf"));
            assertThat(((Attached) first).notice())
                    .hasValueSatisfying(text -> assertThat(text).contains("deprecated", "fprobe"));
            assertThat(notice(rig.attach(kretprobe("b", "leaf")))).isFalse();
        }
        try (Rig rig = Rig.of("light-sparse-1")) {
            assertThat(notice(rig.attach(kretprobe("a", "leaf")))).isFalse();
        }
    }

    private static boolean notice(AttachResult result) {
        return ((Attached) result).notice().isPresent();
    }

    @Test
    void stageThreeRefuses() {
        try (Rig rig = Rig.of("light-sparse-3")) {
            var before = rig.instance().code("leaf");

            assertThat(rig.attach(kretprobe("k", "leaf")))
                    .isEqualTo(new Refused("EOPNOTSUPP", "KRETPROBE is not supported."));
            assertThat(rig.instance().code("leaf")).isEqualTo(before);

            rig.attach(probe("p", ProbeKind.KPROBE, "leaf").onEntry(CAPTURE));
            assertThat(named(rig.run(call("leaf")))).isEqualTo("p>");
        }
    }

    @Test
    void stageZeroHasNoReturnHookOfItsOwn() {
        try (Rig rig = Rig.of("light-sparse-0")) {
            assertThat(rig.attach(fprobe("f", "leaf")))
                    .isEqualTo(new Refused("EOPNOTSUPP", "FPROBE is not supported at EXIT."));
            assertThat(rig.attach(probe("m", ProbeKind.MULTI, "leaf").onExit(CAPTURE)))
                    .isEqualTo(new Refused("EOPNOTSUPP", "MULTI is not supported at EXIT."));
            assertThat(rig.attach(probe("s", ProbeKind.SESSION, "leaf").onEntry(CAPTURE)))
                    .isEqualTo(new Refused("EOPNOTSUPP", "SESSION is not supported."));
            rig.attach(probe("f", ProbeKind.FPROBE, "leaf").onEntry(CAPTURE));
            assertThat(named(rig.run(call("leaf")))).isEqualTo("f>");
        }
    }
}
