package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.named;
import static probity.reference.Rig.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Bytes;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Target;

/** Attaching, detaching, disabling; also while functions are on a stack. */
class LifecycleTest {
    @Test
    void detachInFlightDropsTheExitAndReturnsRight() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Execution execution =
                    rig.run(
                            new Plan.Attach(fprobe("p", "blocking", "blocking_outer")),
                            new Plan.Attach(fprobe("stays", "blocking")),
                            call("blocking_outer", 3),
                            new Plan.Detach("p"),
                            new Plan.Continue(0));

            assertThat(named(execution)).isEqualTo("p> p> stays> stays<");
            assertThat(rig.counts("p").dropped()).hasValue(2);
            assertThat(Rig.result(execution, 2).ending()).isEqualTo(Ending.BLOCKED);
            assertThat(Rig.result(execution, 4).after().orElseThrow().get("x0"))
                    .isEqualTo(
                            rig.unhooked(call("blocking_outer", 3), new Plan.Continue(0))
                                    .after()
                                    .orElseThrow()
                                    .get("x0"));
        }
    }

    @Test
    void attachInFlightRunsNoExitWithoutItsEntry() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Execution execution =
                    rig.run(
                            call("blocking_outer", 3),
                            new Plan.Attach(fprobe("p", "blocking_outer", "blocking")),
                            new Plan.Continue(0));

            assertThat(execution.events()).isEmpty();
            assertThat(Rig.result(execution, 2).ending()).isEqualTo(Ending.RETURNED);
        }
    }

    @Test
    void disableStopsEventsAtBothSides() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Execution execution =
                    rig.run(
                            new Plan.Attach(fprobe("p", "blocking", "leaf")),
                            call("blocking", 3),
                            new Plan.Disable("p"),
                            call(1, 1, "leaf"),
                            new Plan.Continue(0),
                            new Plan.Enable("p"),
                            call("leaf"));

            assertThat(named(execution)).isEqualTo("p> p> p<");
            assertThat(rig.counts("p").dropped()).hasValue(1);
            assertThat(rig.counts("p").entriesMissed()).hasValue(0);
            assertThat(execution.steps().get(2)).isEqualTo(new Done());
        }
    }

    @Test
    void whatBeganWhileDisabledRunsNoExit() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Execution execution =
                    rig.run(
                            new Plan.Attach(fprobe("p", "blocking")),
                            new Plan.Disable("p"),
                            call("blocking", 3),
                            new Plan.Enable("p"),
                            new Plan.Continue(0));

            assertThat(execution.events()).isEmpty();
        }
    }

    @Test
    void aProbeThatIsGoneCannotBeDetachedAgain() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Execution execution =
                    rig.run(
                            new Plan.Attach(fprobe("p", "leaf")),
                            new Plan.Detach("p"),
                            new Plan.Detach("p"),
                            new Plan.Enable("p"),
                            new Plan.Attach(fprobe("p", "leaf")),
                            call("leaf"));

            assertThat(execution.steps().get(2))
                    .isEqualTo(new Refused("EINVAL", "The probe 'p' is not attached any more."));
            assertThat(execution.steps().get(3)).isInstanceOf(Refused.class);
            assertThat(named(execution)).isEqualTo("p> p<");
            assertThat(rig.counts("p").entriesRun()).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLastDetachRestoresTheBytesInWhateverOrder(long seed) {
        try (Rig rig = Rig.of("light-sparse-1")) {
            String[] functions = {"leaf", "leaf_landing", "chain_a", "pauth_outer"};
            Map<String, Bytes> before = code(rig);
            List<String> names = new ArrayList<>();
            for (ProbeKind kind :
                    List.of(
                            ProbeKind.FPROBE,
                            ProbeKind.KPROBE,
                            ProbeKind.KRETPROBE,
                            ProbeKind.MULTI)) {
                for (int i = 0; i < 2; i++) {
                    Probe probe = probe(kind.name() + i, kind, functions);
                    boolean exit = kind == ProbeKind.KRETPROBE;
                    rig.attach(exit ? probe.onExit(CAPTURE) : probe.onEntry(CAPTURE));
                    names.add(probe.name());
                }
            }
            assertThat(code(rig)).isNotEqualTo(before);

            Collections.shuffle(names, new Random(seed));
            for (String name : names) {
                rig.run(new Plan.Detach(name), call("chain_a", 1), call("leaf_landing", 1));
            }

            assertThat(code(rig)).isEqualTo(before);
        }
    }

    @Test
    void aHundredFunctionsAtOnce() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            String[] all =
                    rig.instance().targets().stream().map(Target::name).toArray(String[]::new);
            Map<String, Bytes> before = code(rig);

            rig.attach(fprobe("p", all));
            Execution execution = rig.run(call("plain_100", 1, 2), call("leaf", 1));
            rig.run(new Plan.Detach("p"));

            assertThat(all).hasSizeGreaterThan(100);
            assertThat(named(execution)).isEqualTo("p> p< p> p<");
            assertThat(code(rig)).isEqualTo(before);
        }
    }

    private static Map<String, Bytes> code(Rig rig) {
        Map<String, Bytes> code = new LinkedHashMap<>();
        for (Target target : rig.instance().targets()) {
            code.put(target.name(), rig.instance().code(target.name()));
        }
        return code;
    }
}
