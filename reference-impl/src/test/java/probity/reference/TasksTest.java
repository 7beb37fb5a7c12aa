package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.WALK;
import static probity.reference.Rig.call;
import static probity.reference.Rig.events;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.named;
import static probity.reference.Rig.probe;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.MisuseException;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Walk;

/** Tasks that block, park, move and end. */
class TasksTest {
    private final Rig rig = Rig.of("light-sparse-1");

    @AfterEach
    void close() {
        rig.close();
    }

    private static long x0(CallResult result) {
        return result.after().orElseThrow().get("x0");
    }

    @Test
    void aTaskMovesBetweenEntryAndExit() {
        rig.attach(fprobe("p", "blocking"));

        Execution execution =
                rig.run(
                        call(0, 0, "blocking_outer", 3),
                        new Plan.Move(0, 2),
                        call(1, 0, "blocking_outer", 4),
                        new Plan.Continue(0),
                        new Plan.Continue(1));

        assertThat(execution.events()).extracting(Event::cpu).containsExactly(0, 0, 2, 0);
        assertThat(execution.events()).extracting(Event::task).containsExactly(0, 1, 0, 1);
        assertThat(execution.steps().get(1)).isEqualTo(new Done());
        assertThat(x0(Rig.result(execution, 3)))
                .isEqualTo(x0(rig.unhooked(call("blocking_outer", 3), new Plan.Continue(0))));
        assertThat(Rig.activation(execution, "blocking").end()).isEqualTo(Activation.End.RETURNED);
    }

    @Test
    void aTaskThatEndsLeavesTheOthersAlone() {
        rig.attach(fprobe("p", "blocking").withData(8));

        Execution execution =
                rig.run(
                        call(0, 0, "blocking_outer", 3),
                        call(1, 1, "blocking_outer", 4),
                        new Plan.EndTask(0),
                        new Plan.Continue(1),
                        call(0, 0, "leaf", 1));

        assertThat(events(execution, "p")).hasSize(3);
        assertThat(Rig.activation(execution, "blocking").end()).isEqualTo(Activation.End.UNWOUND);
        assertThat(Rig.result(execution, 3).ending()).isEqualTo(Ending.RETURNED);
        assertThat(Rig.result(execution, 4).ending()).isEqualTo(Ending.RETURNED);
    }

    @Test
    void aTaskThatEndsInsideAHandlerFreesItsContext() {
        rig.attach(
                probe("m", ProbeKind.MULTI, "leaf")
                        .onEntry(new Action.Call("n", "end_outer", Rig.arguments(1))));

        for (int i = 0; i < 100; i++) {
            Execution execution = rig.run(call("leaf"));
            assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.NOT_RETURNED);
        }
    }

    @Test
    void aParkedHandlerGoesOnWhileOthersRun() {
        rig.attach(fprobe("p", "leaf").onEntry(new Action.Park(), CAPTURE).onExit(CAPTURE));

        Execution execution =
                rig.run(call(0, 0, "leaf", 1), call(1, 1, "leaf_long", 2), new Plan.Continue(0));

        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.PARKED);
        assertThat(Rig.result(execution, 1).ending()).isEqualTo(Ending.RETURNED);
        assertThat(Rig.result(execution, 2).ending()).isEqualTo(Ending.RETURNED);
        assertThat(named(execution)).isEqualTo("p> p<");
        assertThat(Rig.captured(execution.events().get(0)).get("x0")).isEqualTo(1);
    }

    @Test
    void aHandlerParksAtTheExitToo() {
        rig.attach(
                probe("p", ProbeKind.FPROBE, "leaf").onExit(CAPTURE, new Action.Park(), CAPTURE));

        Execution execution = rig.run(call("leaf", 1), new Plan.Continue(0));

        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.PARKED);
        assertThat(execution.events().get(0).observations()).hasSize(2);
        assertThat(x0(Rig.result(execution, 1))).isEqualTo(x0(rig.unhooked(call("leaf", 1))));
    }

    @Test
    void stateLastsFromPlanToPlan() {
        rig.attach(fprobe("p", "blocking"));

        Execution first = rig.run(call("blocking_outer", 3));
        Execution second = rig.run(new Plan.WalkTask(0), new Plan.Continue(0));

        assertThat(named(first)).isEqualTo("p>");
        assertThat(named(second)).isEqualTo("p<");
        assertThat(((Walk) second.steps().get(0)).frames()).hasSize(5);
        assertThat(x0(Rig.result(second, 1)))
                .isEqualTo(x0(rig.unhooked(call("blocking_outer", 3), new Plan.Continue(0))));
    }

    @Test
    void whatAParkedHandlerSeesInALaterPlanIsAmongThatPlansEvents() {
        rig.attach(fprobe("p", "leaf").onEntry(WALK, new Action.Park(), CAPTURE).onExit(CAPTURE));

        Execution first = rig.run(call("leaf", 1));
        Execution second = rig.run(call(1, 1, "leaf_long", 2), new Plan.Continue(0));

        assertThat(named(first)).isEqualTo("p>");
        assertThat(labels(first.events().get(0))).containsExactly("walk");
        assertThat(named(second)).isEqualTo("p> p<");
        assertThat(labels(second.events().get(0))).containsExactly("registers");
        assertThat(second.events()).extracting(Event::sequence).containsExactly(0, 1);
        assertThat(rig.counts("p").entriesRun()).hasValue(1);
    }

    @Test
    void aCallThatBlocksInAHandlerIsSeenByThePlanInWhichItReturns() {
        Action blocking = new Action.Call("blocks", "blocking", Rig.arguments(3));
        rig.attach(probe("p", ProbeKind.FPROBE, "leaf").onEntry(blocking));

        Execution first = rig.run(call("leaf", 1));
        Execution second = rig.run(new Plan.Continue(0));
        Execution third = rig.run(call("leaf_long", 1));

        assertThat(Rig.result(first, 0).ending()).isEqualTo(Ending.BLOCKED);
        assertThat(labels(first.events().get(0))).isEmpty();
        assertThat(named(second)).isEqualTo("p>");
        assertThat(labels(second.events().get(0))).containsExactly("blocks");
        assertThat(third.events()).isEmpty();
    }

    @Test
    void aHandlerThatSeesNothingMoreHasNoEventInTheLaterPlan() {
        rig.attach(probe("p", ProbeKind.FPROBE, "leaf").onEntry(CAPTURE, new Action.Park()));

        rig.run(call("leaf", 1));

        assertThat(rig.run(new Plan.Continue(0)).events()).isEmpty();
    }

    private static List<String> labels(Event event) {
        return event.observations().stream().map(Observation::label).toList();
    }

    @Test
    void aRunawayEndsAsBudget() {
        try (Rig small = Rig.of(rig.candidate(), new probity.spi.Options(1, 100))) {
            Execution execution = small.run(call("leaf_loop", 1000, 1), call("leaf", 1));

            CallResult result = Rig.result(execution, 0);
            assertThat(execution.steps()).hasSize(1);
            assertThat(result.ending()).isEqualTo(Ending.BUDGET);
            assertThat(result.detail())
                    .isEqualTo("The run used up its budget of 100 instructions.");
            assertThat(result.trace()).hasSize(32).allMatch(line -> line.contains("leaf_loop"));
        }
    }

    @Test
    void anOverflowingStackEndsAsTrap() {
        rig.attach(
                fprobe("p", "leaf")
                        .onEntry(new Action.Call("n", "recursive", Rig.arguments(100_000))));

        Execution execution = rig.run(call("leaf", 1), call(1, 1, "leaf", 1));

        assertThat(execution.steps()).hasSize(1);
        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.TRAP);
        assertThat(Rig.result(execution, 0).detail())
                .contains("recursive+0x", "guard page below the stack of task 0");
    }

    @Test
    void misuseIsASentence() {
        assertMisuse("There is no function 'nothing'.", call("nothing"));
        assertMisuse("There is no CPU 4: CPUs are numbered from 0 to 3.", call(0, 4, "leaf"));
        assertMisuse("There is no task -1: tasks are numbered from 0 to 255.", call(-1, 0, "leaf"));
        assertMisuse("There is no task 7.", new Plan.Continue(7));
        assertMisuse("There is no task 7.", new Plan.EndTask(7));
        assertMisuse("No probe named 'p' was attached.", new Plan.Detach("p"));
        assertMisuse("No probe named 'p' was attached.", new Plan.Enable("p"));
        assertMisuse(
                "Task 3 cannot go on: it has no call pending.",
                call(3, 0, "leaf"),
                new Plan.Continue(3));
        assertMisuse(
                "Task 1 has a call pending: it is blocked.",
                call(1, 1, "blocking", 1),
                call(1, 1, "leaf", 1));
        assertMisuse("Task 3 is not blocked: it has no call pending.", new Plan.WalkTask(3));
        assertMisuse("There is no CPU -1: CPUs are numbered from 0 to 3.", new Plan.Move(1, -1));
        rig.attach(fprobe("parks", "leaf").onEntry(new Action.Park()));
        assertMisuse("Task 4 is parked on CPU 2.", call(4, 2, "leaf"), call(5, 2, "leaf_long"));
        assertMisuse("Task 4 is parked on CPU 2.", new Plan.Move(1, 2));
        assertMisuse("Task 4 is not blocked: it is parked in a handler.", new Plan.Move(4, 1));
        assertMisuse(
                "A probe named 'parks' is attached already.",
                new Plan.Attach(fprobe("parks", "leaf")));
    }

    private void assertMisuse(String message, Plan.Step... plan) {
        assertThatThrownBy(() -> rig.run(plan))
                .isInstanceOf(MisuseException.class)
                .hasMessage(message);
    }

    @Test
    void nullAndClosedAreMisuseToo() {
        assertThatThrownBy(() -> rig.instance().attach(null)).isInstanceOf(MisuseException.class);
        assertThatThrownBy(() -> rig.instance().run(null)).isInstanceOf(MisuseException.class);
        assertThatThrownBy(() -> rig.instance().code(null)).isInstanceOf(MisuseException.class);
        assertThatThrownBy(() -> rig.instance().counts("p")).isInstanceOf(MisuseException.class);
        assertThatThrownBy(() -> rig.candidate().start(null)).isInstanceOf(MisuseException.class);
        rig.instance().close();
        rig.instance().close();
        assertThatThrownBy(() -> rig.instance().targets())
                .isInstanceOf(MisuseException.class)
                .hasMessage("The instance is closed.");
        assertThatThrownBy(() -> rig.run(call("leaf"))).isInstanceOf(MisuseException.class);
        assertThatThrownBy(() -> rig.instance().symbols()).isInstanceOf(MisuseException.class);
    }

    @Test
    void indirectResultsAreReadPerTask() {
        rig.attach(probe("p", ProbeKind.FPROBE, "indirect_result").onExit(new Action.Park()));

        Execution execution =
                rig.run(
                        call(0, 0, "indirect_result", 1, 2),
                        call(1, 1, "indirect_result", 3, 4),
                        new Plan.Continue(0),
                        new Plan.Continue(1));

        assertThat(Rig.result(execution, 2).resultMemory())
                .isEqualTo(rig.unhooked(call("indirect_result", 1, 2)).resultMemory());
        assertThat(Rig.result(execution, 3).resultMemory())
                .isEqualTo(rig.unhooked(call("indirect_result", 3, 4)).resultMemory());
        assertThat(Rig.result(execution, 2).resultMemory().size()).isEqualTo(48);
    }

    @Test
    void registersOfTheCallAreThoseOfThePlan() {
        RegisterFile given = Rig.arguments(1, 2);

        Activation activation = Rig.activation(rig.run(call("leaf", 1, 2)), "leaf");

        RegisterFile atCall = activation.at(probity.spi.Point.CALL).orElseThrow();
        assertThat(atCall.only(given.without(List.of("pstate")).names()))
                .isEqualTo(given.without(List.of("pstate")));
        assertThat(atCall.get("pstate")).isEqualTo(0x6000_0005L);
    }
}
