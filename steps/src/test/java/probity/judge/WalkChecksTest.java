package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.WALK;
import static probity.judge.Plans.WALK_HERE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.judge.toy.ToyKernel;
import probity.spi.Action;
import probity.spi.Execution;
import probity.spi.Limits;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Walk;

/** The checks on walks, each right and wrong. */
class WalkChecksTest {
    private static List<Long> without(List<Long> frames, int index) {
        List<Long> fewer = new ArrayList<>(frames);
        fewer.remove(index);
        return fewer;
    }

    private static List<Long> with(List<Long> frames, int index, long address) {
        List<Long> other = new ArrayList<>(frames);
        other.set(index, address);
        return other;
    }

    @Test
    void walkFromContext() {
        CheckCase.of(Check.WALK_FROM_CONTEXT)
                .plan(attach(session("inner").onEntry(WALK).onExit(WALK)), call("outer"))
                .holds()
                .finds(
                        Spoil.walked(1, frames -> List.of()),
                        "WALK_FROM_CONTEXT: At the exit of inner (probe p, task 0, event 1), "
                                + "the walk from the context should be middle+0x24/0x80 < "
                                + "outer+0x24/0x80 but is no frame.",
                        "POISON_INDEPENDENT: At the exit of inner (probe p, task 0, event "
                                + "1), the walk (action 'w') in the second run should be no frame but "
                                + "is middle+0x24/0x80 < outer+0x24/0x80 < 0xffff800000090010.")
                .finds(
                        Spoil.walked(1, frames -> without(frames, 0)),
                        "WALK_FROM_CONTEXT: At the exit of inner (probe p, task 0, event 1), "
                                + "the walk from the context should be middle+0x24/0x80 < "
                                + "outer+0x24/0x80 but is outer+0x24/0x80 < 0xffff800000090010.",
                        "POISON_INDEPENDENT: At the exit of inner (probe p, task 0, event "
                                + "1), the walk (action 'w') in the second run should be "
                                + "outer+0x24/0x80 < 0xffff800000090010 but is middle+0x24/0x80 < "
                                + "outer+0x24/0x80 < 0xffff800000090010.");
    }

    @Test
    void whereAHandlersOwnCodeLiesIsItsBusiness() {
        Plan.Step hook = attach(fprobe("inner").onEntry(WALK_HERE));

        assertThat(
                        Toy.plain()
                                .spoilAgain(Spoil.walked(0, frames -> with(frames, 0, 0xbadL)))
                                .judge(hook, call("outer"))
                                .differences())
                .isEmpty();
        assertThat(
                        Toy.plain()
                                .spoilAgain(
                                        Spoil.walked(
                                                0, frames -> without(frames, frames.size() - 1)))
                                .judge(hook, call("outer"))
                                .of(Check.POISON_INDEPENDENT)
                                .differences())
                .hasSize(1);
    }

    @Test
    void walksMayEndWithTheRootOrWithout() {
        CheckCase.of(Check.WALK_FROM_CONTEXT)
                .plan(attach(session("inner").onExit(WALK)), call("outer"))
                .holds();
        UnaryOperator<Execution> cut = Spoil.walked(0, frames -> frames.subList(0, 2));
        assertThat(
                        Toy.plain()
                                .spoil(cut)
                                .spoilAgain(cut)
                                .judge(attach(session("inner").onExit(WALK)), call("outer"))
                                .differences())
                .isEmpty();
    }

    @Test
    void walksStopAtTheDeclaredDepth() {
        CheckCase.of(Check.WALK_FROM_CONTEXT)
                .on(new ToyDescription().limits(new Limits(64, 16, 4, 2)))
                .plan(attach(session("inner").onEntry(WALK).onExit(WALK)), call("outer"))
                .holds();
    }

    @Test
    void walkDirectCaller() {
        CheckCase.of(Check.WALK_DIRECT_CALLER)
                .plan(attach(session("inner").onEntry(WALK)), call("outer"))
                .holds()
                .findsIn(
                        Toy.plain()
                                .spoil(Spoil.walked(0, frames -> without(frames, 1)))
                                .spoilAgain(Spoil.walked(0, frames -> without(frames, 1))),
                        "WALK_DIRECT_CALLER: At the entry of inner (probe p, task 0, event "
                                + "0), the second frame of the walk from the context should be "
                                + "middle+0x24/0x80 but is outer+0x24/0x80.");
    }

    @Test
    void walkHookedFrames() {
        CheckCase.of(Check.WALK_HOOKED_FRAMES)
                .plan(attach(session("inner", "middle").onEntry().onExit(WALK)), call("outer"))
                .holds()
                .finds(
                        Spoil.walked(2, frames -> with(frames, 1, ToyKernel.TRAMPOLINE)),
                        "WALK_FROM_CONTEXT: At the exit of inner (probe p, task 0, event 2), "
                                + "the walk from the context should be middle+0x24/0x80 < "
                                + "outer+0x24/0x80 but is middle+0x24/0x80 < 0xffff8000000a0000 < "
                                + "0xffff800000090010.",
                        "WALK_HOOKED_FRAMES: At the exit of inner (probe p, task 0, event "
                                + "2), the frame whose return to outer+0x24/0x80 is hooked should be "
                                + "shown with that address but is missing in middle+0x24/0x80 < "
                                + "0xffff8000000a0000 < 0xffff800000090010.",
                        "POISON_INDEPENDENT: At the exit of inner (probe p, task 0, event "
                                + "2), the walk (action 'w') in the second run should be "
                                + "middle+0x24/0x80 < 0xffff8000000a0000 < 0xffff800000090010 but is "
                                + "middle+0x24/0x80 < outer+0x24/0x80 < 0xffff800000090010.");
    }

    @Test
    void walkFromHere() {
        CheckCase.of(Check.WALK_FROM_HERE)
                .plan(attach(fprobe("inner").onEntry(WALK_HERE).onExit(WALK_HERE)), call("outer"))
                .holds()
                .findsIn(
                        Toy.plain()
                                .spoil(Spoil.walked(0, frames -> without(frames, 2)))
                                .spoilAgain(Spoil.walked(0, frames -> without(frames, 2))),
                        "WALK_FROM_HERE: At the entry of inner (probe p, task 0, event 0), "
                                + "the walk from inside the handler should be (the handler) < "
                                + "inner+0x8/0x80 < middle+0x24/0x80 < outer+0x24/0x80 but is "
                                + "0xffff8000000a0000 < inner+0x8/0x80 < outer+0x24/0x80 < "
                                + "0xffff800000090010.");
    }

    @Test
    void walkOfTask() {
        CheckCase.of(Check.WALK_OF_TASK)
                .plan(
                        attach(fprobe("blocker", "waiter").onEntry().onExit()),
                        call("waiter"),
                        new Plan.WalkTask(0),
                        new Plan.Continue(0))
                .holds()
                .finds(
                        Spoil.answered(
                                2,
                                walk ->
                                        new Walk(
                                                with(
                                                        ((Walk) walk).frames(),
                                                        1,
                                                        ToyKernel.TRAMPOLINE))),
                        "WALK_OF_TASK: At step 2, walking task 0, the walk should be "
                                + "blocker+0x30/0x80 < waiter+0x24/0x80 < 0xffff800000090010 but is "
                                + "blocker+0x30/0x80 < 0xffff8000000a0000 < 0xffff800000090010.",
                        "WALK_HOOKED_FRAMES: At step 2, walking task 0, the frame whose "
                                + "return to waiter+0x24/0x80 is hooked should be shown with that "
                                + "address but is missing in blocker+0x30/0x80 < 0xffff8000000a0000 < "
                                + "0xffff800000090010.");
    }

    @Test
    void aWalkOfATaskNeedShowNothingPastTheDepth() {
        UnaryOperator<Execution> cut =
                Spoil.answered(2, walk -> new Walk(((Walk) walk).frames().subList(0, 1)));
        assertThat(
                        Toy.of(new ToyDescription().limits(new Limits(64, 16, 4, 1)))
                                .spoil(cut)
                                .judge(
                                        attach(fprobe("blocker", "waiter").onEntry().onExit()),
                                        call("waiter"),
                                        new Plan.WalkTask(0),
                                        new Plan.Continue(0))
                                .of(Check.WALK_HOOKED_FRAMES)
                                .differences())
                .isEmpty();
    }

    @Test
    void anAnswerThatNeverCameIsADifference() {
        CheckCase.of(Check.WALK_FROM_CONTEXT)
                .plan(
                        attach(
                                session("inner")
                                        .onEntry(
                                                CAPTURE,
                                                new Action.Walk("w", Action.Walk.From.CONTEXT))),
                        call("inner"))
                .finds(
                        Spoil.observed(0, seen -> seen instanceof Observation.Walked ? null : seen),
                        "WALK_FROM_CONTEXT: At the entry of inner (probe p, task 0, event "
                                + "0), the answer to action 'w' should be given but is absent.");
    }
}
