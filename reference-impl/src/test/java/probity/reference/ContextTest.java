package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.captured;
import static probity.reference.Rig.events;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.probe;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Attached;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.FieldState;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** What programs read, under each policy. */
class ContextTest {
    private static final Action TWICE = new Action.Capture("again");

    static Stream<String> designs() {
        return Design.all().stream().map(Design::name);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDeclaredFieldIsTheTruth(String design) {
        try (Rig rig = Rig.of(design)) {
            boolean exits = rig.candidate().describe().offers(ProbeKind.MULTI, Side.EXIT);
            rig.attach(probe("entry", ProbeKind.MULTI, "chain_b").onEntry(CAPTURE));
            if (exits) {
                rig.attach(probe("exit", ProbeKind.MULTI, "chain_b").onExit(CAPTURE));
            }

            Execution execution = rig.run(call("chain_a", 4));

            Activation truth = Rig.activation(execution, "chain_b");
            assertThat(execution.events()).hasSize(exits ? 2 : 1);
            check(
                    rig,
                    execution.events().get(0),
                    truth.at(Point.CALL)
                            .orElseThrow()
                            .with("pc", rig.target("chain_b").resumeAddress())
                            .with("x9", truth.returnAddress()));
            if (exits) {
                check(
                        rig,
                        execution.events().get(1),
                        truth.at(Point.RETURN).orElseThrow().with("pc", truth.returnAddress()));
            }
        }
    }

    private static void check(Rig rig, Event event, RegisterFile truth) {
        RegisterSet set =
                rig.candidate().describe().set(ProbeKind.MULTI, event.side()).orElseThrow();
        RegisterFile seen = captured(event);
        for (String register : SetLayout.names()) {
            FieldState state = set.state(register);
            switch (state.kind()) {
                case POPULATED:
                    assertThat(seen.get(register)).as(register).isEqualTo(truth.get(register));
                    break;
                case CONSTANT:
                    assertThat(seen.get(register)).as(register).isEqualTo(state.value());
                    break;
                default:
                    boolean denied =
                            rig.candidate().describe().policy() == probity.spi.ContextPolicy.DENIED;
                    assertThat(seen.has(register)).as(register).isEqualTo(!denied);
                    assertThat(denied ? 0 : seen.get(register)).as(register).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void poisonNeverShows(String design) {
        EmulatedCandidate candidate = Designs.candidate(Design.parse(design).orElseThrow());
        Execution[] runs = new Execution[2];
        for (int i = 0; i < runs.length; i++) {
            try (Rig rig = Rig.of(candidate, Options.defaults().withPoison(100 + i))) {
                Action sample = new Action.Sample("sample", SetLayout.names());
                rig.attach(probe("entry", ProbeKind.MULTI, "leaf").onEntry(CAPTURE, sample));
                rig.attach(probe("exit", ProbeKind.MULTI, "leaf").onExit(CAPTURE, sample));
                runs[i] = rig.run(call("leaf", 1, 2, 3, 4, 5, 6, 7, 8));
            }
        }
        assertThat(runs[0].events()).isNotEmpty().isEqualTo(runs[1].events());
    }

    @Test
    void deniedNamesTheField() {
        try (Rig rig = Rig.of("light-denied-1")) {
            assertThat(
                            rig.attach(
                                    probe("m", ProbeKind.MULTI, "leaf")
                                            .onEntry(new Action.Read("r", "x19"))))
                    .isEqualTo(
                            new Refused(
                                    "EACCES",
                                    "The program reads x19, which is not populated at ENTRY."));
            assertThat(
                            rig.attach(
                                    probe("m", ProbeKind.MULTI, "leaf")
                                            .onExit(new Action.Read("r", "x8"))))
                    .isEqualTo(
                            new Refused(
                                    "EACCES",
                                    "The program reads x8, which is not populated at EXIT."));
            assertThat(
                            rig.attach(
                                    probe("m", ProbeKind.MULTI, "leaf")
                                            .onEntry(
                                                    new Action.Read("r", "x8"),
                                                    new Action.Read("p", "pstate"))))
                    .isInstanceOf(Attached.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "light-relocated-1"})
    void othersReadZero(String design) {
        try (Rig rig = Rig.of(design)) {
            rig.attach(probe("m", ProbeKind.MULTI, "leaf").onEntry(new Action.Read("r", "x19")));

            Event event = rig.run(call("leaf")).events().get(0);

            assertThat(event.find("r", Observation.ReadField.class).orElseThrow().value())
                    .hasValueSatisfying(word -> assertThat(word.low()).isZero());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"light-sparse-1", "light-relocated-1", "light-denied-1", "full-embedded-1"})
    void aContextDoesNotChangeByNestedHits(String design) {
        try (Rig rig = Rig.of(design)) {
            Action nested = new Action.Call("n", "chain_c", Rig.arguments(77));
            rig.attach(
                    probe("a", ProbeKind.MULTI, "chain_d", "chain_c")
                            .onEntry(CAPTURE, nested, TWICE));
            rig.attach(
                    probe("b", ProbeKind.MULTI, "chain_d", "chain_c")
                            .onExit(CAPTURE, nested, TWICE));
            rig.attach(fprobe("c", "chain_d", "chain_c"));

            Execution execution = rig.run(call("chain_a", 4));

            List<Event> events =
                    execution.events().stream()
                            .filter(event -> !event.probe().equals("c"))
                            .toList();
            assertThat(events).hasSizeGreaterThan(6);
            for (Event event : events) {
                assertThat(event.find("again", Observation.Captured.class))
                        .hasValueSatisfying(
                                again -> assertThat(again.registers()).isEqualTo(captured(event)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "light-relocated-1", "full-embedded-1"})
    void aContextDoesNotChangeByOtherTasksAndCpus(String design) {
        try (Rig rig = Rig.of(design)) {
            rig.attach(
                    probe("a", ProbeKind.MULTI, "leaf").onEntry(CAPTURE, new Action.Park(), TWICE));

            Execution execution =
                    rig.run(
                            call(0, 0, "leaf", 1),
                            call(1, 1, "leaf", 2),
                            call(2, 2, "leaf", 3),
                            new Plan.Continue(1),
                            new Plan.Continue(0),
                            new Plan.Continue(2));

            assertThat(events(execution, "a")).hasSize(3);
            for (Event event : execution.events()) {
                assertThat(
                                event.find("again", Observation.Captured.class)
                                        .orElseThrow()
                                        .registers())
                        .isEqualTo(captured(event));
                assertThat(captured(event).get("x0")).isEqualTo(event.task() + 1);
            }
        }
    }

    @Test
    void aContextOutlivesABlockedHandlerOnTheSameCpu() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    probe("a", ProbeKind.MULTI, "leaf")
                            .onEntry(
                                    CAPTURE,
                                    new Action.Call("n", "blocking", Rig.arguments(1)),
                                    TWICE));

            Execution execution =
                    rig.run(
                            call(0, 0, "leaf", 1),
                            call(1, 0, "leaf", 2),
                            new Plan.Continue(0),
                            new Plan.Continue(1));

            assertThat(execution.events()).hasSize(2);
            for (Event event : execution.events()) {
                assertThat(
                                event.find("again", Observation.Captured.class)
                                        .orElseThrow()
                                        .registers())
                        .isEqualTo(captured(event));
            }
        }
    }

    @Test
    void programsMayNotWrite() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            assertThat(
                            rig.attach(
                                    probe("m", ProbeKind.MULTI, "leaf")
                                            .onEntry(new Action.Write("w", "x0", 1))))
                    .isEqualTo(
                            new Refused(
                                    "EINVAL", "A program may not write to its context, as to x0."));
        }
    }
}
