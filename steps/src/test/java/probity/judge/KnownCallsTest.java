package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import probity.spi.Activation;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.KnownRun;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.StepResult;
import probity.spi.Target;

/** What stands in for activations where a candidate shows none. */
class KnownCallsTest {
    private static final RegisterFile EMPTY = RegisterFile.empty(Architecture.ARM64);
    private static final RegisterFile AT_CALL =
            EMPTY.with("x0", 16).with("x29", 0x10_1290).with("x30", 0x4000).with("sp", 0x10_1280);
    private static final StepResult RETURNED =
            new CallResult(Ending.RETURNED, Optional.empty(), Bytes.none(), "", List.of());

    private static final RegisterFile RESULTS = EMPTY.with("x0", 17).with("sp", 0x10_1280);

    @Test
    void aTargetMayKnowItsRuns() {
        KnownCalls calls = calls(0, 0, List.of(List.of(run("leaf", -1, 0x4000L, 0x5000L))));
        Activation made = calls.execution().activations().get(0);

        assertThat(made.returnAddress()).isEqualTo(0x4000);
        assertThat(calls.callers(made)).containsExactly(0x4000L, 0x5000L);
        assertThat(KnownCalls.isMade(made)).isTrue();
        assertThat(made.at(Point.CALL)).contains(AT_CALL);
        assertThat(made.at(Point.RETURN)).contains(RESULTS);
    }

    @Test
    void ofOtherTasksNobodyKnowsTheStack() {
        KnownCalls calls = calls(1, 0, List.of(List.of(run("leaf", -1, 0x4000L))));
        Activation made = calls.execution().activations().get(0);

        assertThat(made.at(Point.CALL).orElseThrow().names()).containsExactly("x0", "x30");
        assertThat(made.at(Point.RETURN).orElseThrow().names()).containsExactly("x0");
        assertThat(made.returnAddress()).isEqualTo(0x4000);
    }

    @Test
    void anArgumentOnTheStackIsKnownOfTheFirstTaskAlone() {
        RegisterFile call = AT_CALL.with("x1", 0x10_1380).with("x2", 0x1000);
        KnownRun run = new KnownRun("leaf", OptionalInt.empty(), call, RESULTS, List.of(), "seen");

        assertThat(atCall(calls(0, 0, List.of(List.of(run))))).contains("x1", "x2");
        assertThat(atCall(calls(1, 0, List.of(List.of(run))))).contains("x2").doesNotContain("x1");
    }

    private static List<String> atCall(KnownCalls calls) {
        return calls.execution().activations().get(0).at(Point.CALL).orElseThrow().names();
    }

    @Test
    void withoutRunsThereIsTheCallItselfFromNobodyKnowsWhere() {
        KnownCalls calls = calls(0, 0, List.of());
        Activation made = calls.execution().activations().get(0);

        assertThat(calls.execution().activations()).hasSize(1);
        assertThat(made.at(Point.CALL)).contains(AT_CALL);
        assertThat(calls.callers(made)).isEmpty();
        assertThat(made.returnAddress()).isZero();
    }

    @Test
    void runsEndWhenWhatFollowsIsNotCalledInThem() {
        List<Activation> made =
                calls(
                                0,
                                0,
                                List.of(
                                        List.of(
                                                run("leaf", -1),
                                                run("inner", 0),
                                                run("innermost", 1),
                                                run("second", 0),
                                                run("neighbour", -1))))
                        .execution()
                        .activations();

        assertThat(made).extracting(Activation::started).containsExactly(0, 1, 2, 5, 8);
        assertThat(made)
                .extracting(activation -> activation.ended().getAsInt())
                .containsExactly(7, 4, 3, 6, 9);
        assertThat(made.get(2).parent()).hasValue(made.get(1).id());
        assertThat(made.get(4).parent()).isEmpty();
    }

    @Test
    void theDepthChoosesTheRuns() {
        List<List<KnownRun>> runs =
                List.of(List.of(run("leaf", -1)), List.of(run("leaf", -1), run("leaf", 0)));

        assertThat(calls(0, 0, runs).execution().activations()).hasSize(1);
        assertThat(calls(0, 1, runs).execution().activations()).hasSize(2);
    }

    @Test
    void itIsSaidHowACallIsKnown() {
        KnownCalls known = calls(0, 0, List.of(List.of(run("leaf", -1))));

        assertThat(known.source(known.execution().activations().get(0)))
                .isEqualTo("by construction");
        KnownCalls declared = calls(0, 0, List.of());
        assertThat(declared.source(declared.execution().activations().get(0)))
                .isEqualTo("what the target is declared to be called with and to return");
    }

    private static KnownRun run(String function, int parent, Long... callers) {
        OptionalInt in = parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent);
        return new KnownRun(function, in, AT_CALL, RESULTS, List.of(callers), "by construction");
    }

    private static KnownCalls calls(int task, int depth, List<List<KnownRun>> runs) {
        Plan plan = Plan.of(new Plan.Call(task, 0, "leaf", AT_CALL, List.of(), depth));
        Execution seen =
                new Execution(List.of(RETURNED), List.of(), List.of(), List.of(), List.of());
        return new KnownCalls(plan, seen, new Names(List.of(target(runs))));
    }

    private static Target target(List<List<KnownRun>> runs) {
        return new Target(
                "leaf",
                Role.LEAF,
                0x1000,
                0x20,
                0x1000,
                0x1004,
                0x1008,
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of("main"),
                Optional.of(AT_CALL),
                Optional.of(RESULTS),
                runs);
    }
}
