package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.AGAIN;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.kprobe;
import static probity.judge.Plans.kretprobe;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;
import static probity.judge.toy.Toy.recurse;
import static probity.judge.toy.Toy.target;

import java.util.Map;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Limits;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** Whole plans on the perfect toy: the judge follows them and has nothing to say. */
class JudgeTest {
    private static final Plan.Continue GO_ON = new Plan.Continue(0);
    private static final String[] ALL = {
        "outer",
        "middle",
        "inner",
        "leaf",
        "tail_caller",
        "tail_target",
        "catcher",
        "thrower",
        "recursive",
        "waiter",
        "blocker",
        "twice",
        "byte_leaf",
        "indirect"
    };

    private static void silent(String order, Plan.Step... steps) {
        silent(Toy.plain(), order, steps);
    }

    private static void silent(Toy toy, String order, Plan.Step... steps) {
        Judgement judgement = toy.judgement(steps);
        assertThat(judgement.findings().differences()).isEmpty();
        assertThat(judgement.expectedOrder()).isEqualTo(order);
        assertThat(judgement.findings().total()).isGreaterThan(50);
    }

    @Test
    void everyKindOnEveryFunction() {
        Probe[] kinds = {
            fprobe(ALL).onEntry(CAPTURE).onExit(CAPTURE),
            session(ALL).onEntry(CAPTURE).onExit(CAPTURE),
            kretprobe(ALL).onEntry(CAPTURE).onExit(CAPTURE)
        };
        Map<String, String> orders =
                Map.of(
                        "leaf", ">|<",
                        "byte_leaf", ">|<",
                        "indirect", ">|<",
                        "outer", ">>>|<<<",
                        "twice", ">>|<>|<<",
                        "tail_caller", ">>|<<",
                        "catcher", ">>|<");
        for (Probe probe : kinds) {
            orders.forEach((function, order) -> silent(order, attach(probe), call(function)));
        }
        silent(">>>|", attach(kprobe(ALL).onEntry(CAPTURE)), call("outer"));
    }

    @Test
    void severalProbesOnOneFunction() {
        silent(
                ">>>|<<<",
                attach(fprobe("leaf").onEntry(CAPTURE).onExit(CAPTURE)),
                attach(kretprobe("leaf").onEntry(CAPTURE).onExit(CAPTURE).withName("q")),
                attach(session("leaf").onEntry(CAPTURE).onExit(CAPTURE).withName("r")),
                call("leaf"));
    }

    @Test
    void recursion() {
        silent(">>>>|<<<<", attach(session(ALL).onEntry(CAPTURE).onExit(CAPTURE)), recurse(3));
    }

    @Test
    void recursionPastTheLimit() {
        Toy shallow = Toy.of(new ToyDescription().limits(new Limits(64, 3, 4, 8)));
        silent(
                shallow,
                ">>>|<<<",
                attach(fprobe("recursive").onEntry(CAPTURE).onExit(CAPTURE)),
                recurse(6));
    }

    @Test
    void anEmptyPool() {
        silent(
                ">>|<<",
                attach(kretprobe("recursive").onEntry(CAPTURE).onExit(CAPTURE).withMaxActive(2)),
                recurse(4));
    }

    @Test
    void aPoolIsNotUsedUpByCallsThatNeverReturn() {
        Plan.Step hook =
                attach(kretprobe("thrower").onEntry(CAPTURE).onExit(CAPTURE).withMaxActive(1));
        silent(">| >| >|", hook, call("catcher"), call("catcher"), call("catcher"));
    }

    @Test
    void anEmptyPoolOfCallsThatAreStillPending() {
        silent(
                "|",
                attach(kretprobe("waiter", "blocker").onExit(CAPTURE).withMaxActive(1)),
                call("waiter"));
    }

    @Test
    void handlersPastALimitMayBelongToAnyOfTheCalls() {
        silent(
                Toy.of(new ToyDescription().limits(new Limits(64, 3, 4, 8))),
                ">|<<",
                attach(fprobe("recursive").onExit()),
                attach(fprobe("recursive").onEntry().onExit().withName("q")),
                recurse(5));
    }

    @Test
    void blockedTasksOnTwoCpus() {
        silent(
                ">>|<< >>|<<",
                attach(fprobe("waiter", "blocker").onEntry(CAPTURE).onExit(CAPTURE)),
                call("waiter", 0),
                call("waiter", 1),
                new Plan.WalkTask(0),
                new Plan.Move(0, 2),
                new Plan.Continue(1),
                GO_ON);
    }

    @Test
    void parkedHandlersWhileAnotherCpuHitsTheSame() {
        Probe parks = session("leaf").onEntry(CAPTURE, new Action.Park(), AGAIN).onExit(CAPTURE);
        silent(
                ">|< >|<",
                attach(parks),
                call("leaf", 0),
                call("leaf", 1),
                GO_ON,
                new Plan.Continue(1));
    }

    @Test
    void handlersThatParkAroundABlock() {
        Probe parks =
                fprobe("waiter", "blocker").onEntry(new Action.Park()).onExit(new Action.Park());
        silent(
                ">>|<<",
                attach(parks),
                call("waiter"),
                GO_ON,
                GO_ON,
                new Plan.WalkTask(0),
                GO_ON,
                GO_ON,
                GO_ON);
    }

    @Test
    void parksBesideATaskThatBlocksAndIsCalledAgain() {
        silent(
                ">|< >>|<< |",
                attach(fprobe("leaf").onEntry(new Action.Park()).onExit(CAPTURE).withName("parks")),
                attach(fprobe("waiter", "blocker").onEntry(CAPTURE).onExit(CAPTURE)),
                call("leaf", 1),
                call("waiter", 0),
                new Plan.Continue(1),
                GO_ON,
                call("inner", 0));
    }

    @Test
    void detachAndDisableInFlight() {
        Plan.Step hook = attach(fprobe(ALL).onEntry(CAPTURE).onExit(CAPTURE));
        silent(">>| |", hook, call("waiter"), new Plan.Detach("p"), GO_ON, call("leaf"));
        silent(
                ">>| | >|<",
                hook,
                call("waiter"),
                new Plan.Disable("p"),
                GO_ON,
                call("leaf"),
                new Plan.Enable("p"),
                call("leaf"));
    }

    @Test
    void aTaskThatEndsLeavesTheOthersAlone() {
        silent(
                ">>| >|<",
                attach(fprobe(ALL).onEntry(CAPTURE).onExit(CAPTURE)),
                call("waiter", 0),
                new Plan.EndTask(0),
                call("leaf", 1));
    }

    @Test
    void handlersThatCallWhatTheyHook() {
        Action call = new Action.Call("n", "leaf", MagicValues.forCall(target("leaf"), 9));
        silent(
                ">>|<<",
                attach(fprobe("leaf").onEntry(CAPTURE, call, AGAIN).onExit(CAPTURE)),
                attach(fprobe("leaf").onEntry().onExit(call).withName("q")),
                call("leaf"));
    }

    @Test
    void whatHandlersCallMayBeHookedByHandlersThatWrite() {
        Action call = new Action.Call("n", "leaf", MagicValues.forCall(target("leaf"), 9));
        silent(
                Toy.of(new ToyDescription().writable(ProbeKind.FPROBE, Side.EXIT, "x0")),
                ">|",
                attach(fprobe("inner").onEntry(call)),
                attach(fprobe("leaf").onExit(new Action.Write("w", "x0", 5)).withName("q")),
                call("inner"));
    }

    @Test
    void withoutEyesThereIsLessToCompareAndNothingToSay() {
        ToyDescription blind =
                new ToyDescription()
                        .without(Capability.SEES_STACK)
                        .without(Capability.SEES_CODE)
                        .without(Capability.SEES_TRAMPOLINES);
        Findings findings =
                Toy.of(blind).judge(attach(fprobe("leaf").onEntry(CAPTURE)), call("leaf"));
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.unobservable())
                .containsOnlyKeys(
                        Check.STACK_WRITES,
                        Check.STACK_ALIGNMENT,
                        Check.CODE_RESTORED,
                        Check.KRETPROBE_TRAMPOLINE);
    }
}
