package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.toy.Toy.call;
import static probity.judge.toy.Toy.recurse;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.Counts;
import probity.spi.Execution;
import probity.spi.Limits;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Side;

/** The checks on which handlers run, and when; each right and wrong. */
class OrderChecksTest {
    private static final Probe BOTH = fprobe("leaf").onEntry(CAPTURE).onExit(CAPTURE);
    private static final Probe ON_ALL =
            fprobe("outer", "middle", "inner", "recursive", "waiter", "blocker")
                    .onEntry(CAPTURE)
                    .onExit(CAPTURE);

    /** What would be counted if the fault were the truth is not the matter here. */
    private static Toy uncounted(ToyDescription description, UnaryOperator<Execution> fault) {
        return Toy.of(description).spoil(fault).spoilAgain(fault).spoilCounts(Counted::nothing);
    }

    private static Toy uncounted(UnaryOperator<Execution> fault) {
        return uncounted(new ToyDescription(), fault);
    }

    @Test
    void eventOrderOfACall() {
        CheckCase.of(Check.EVENT_ORDER)
                .plan(attach(BOTH), call("leaf"))
                .holds()
                .findsIn(
                        uncounted(Spoil.missing(1)),
                        "EVENT_ORDER: In the call of leaf (task 0, step 1), the order of "
                                + "events should be >|< but is >| (missing: exit of leaf for p).")
                .findsIn(
                        uncounted(Spoil.repeated(1, 2, Side.EXIT)),
                        "EVENT_ORDER: In the call of leaf (task 0, step 1), the order of "
                                + "events should be >|< but is >|<< (unexpected: exit of leaf for p).");
    }

    @Test
    void eventOrderOfNestedCalls() {
        CheckCase.of(Check.EVENT_ORDER)
                .plan(attach(ON_ALL), call("outer"))
                .holds()
                .findsIn(
                        uncounted(Spoil.missing(3)),
                        "EVENT_ORDER: In the call of outer (task 0, step 1), the order of "
                                + "events should be >>>|<<< but is >>>|<< (missing: exit of inner for "
                                + "p).");
    }

    @Test
    void eventOrderOfARecursionTellsWhichLevelIsMissing() {
        CheckCase.of(Check.EVENT_ORDER)
                .plan(attach(ON_ALL), recurse(2))
                .holds()
                .findsIn(
                        uncounted(Spoil.missing(1)),
                        "EVENT_ORDER: In the call of recursive (task 0, step 1), the order "
                                + "of events should be >>>|<<< but is >>|<<< (missing: entry of "
                                + "recursive for p in activation 1).");
    }

    @Test
    void eventsOutOfOrder() {
        Plan.Step inner = attach(fprobe("inner").onExit(CAPTURE).withName("i"));
        Plan.Step middle = attach(fprobe("middle").onExit(CAPTURE).withName("m"));
        CheckCase.of(Check.EVENT_ORDER)
                .plan(inner, middle, call("middle"))
                .holds()
                .findsIn(
                        uncounted(Spoil.swapped(0, 1)),
                        "EVENT_ORDER: In the call of middle (task 0, step 2), the order of "
                                + "events should be |<< but is |<< (too late: exit of inner for i).");
    }

    @Test
    void noExitForACallFromBeforeTheProbe() {
        CheckCase.of(Check.EVENT_ORDER)
                .plan(call("waiter"), attach(ON_ALL), new Plan.Continue(0))
                .holds();
    }

    @Test
    void pastALimitHandlersMayRunOrNot() {
        CheckCase.of(Check.EVENT_ORDER)
                .on(new ToyDescription().limits(new Limits(64, 2, 4, 8)))
                .plan(attach(ON_ALL), recurse(4))
                .holds();
    }

    @Test
    void cancelledExits() {
        Probe cancels = fprobe("leaf").onEntry(new Action.Cancel()).onExit();
        CheckCase.of(Check.CANCELLED_EXITS)
                .plan(attach(cancels), attach(BOTH.withName("q")), call("leaf"))
                .holds()
                .findsIn(
                        uncounted(Spoil.repeated(0, 3, Side.EXIT)),
                        "CANCELLED_EXITS: At the exit of leaf (probe p, task 0, event 3), "
                                + "the handler should be left out because the entry handler cancelled "
                                + "it but is run.");
    }

    @Test
    void sides() {
        CheckCase.of(Check.SIDES)
                .plan(attach(fprobe("leaf").onEntry()), call("leaf"))
                .holds()
                .findsIn(
                        uncounted(Spoil.repeated(0, 1, Side.EXIT)),
                        "SIDES: At the exit of leaf (probe p, task 0, event 1), the handler "
                                + "should be left out because the probe has no exit handler but is run.");
    }

    @Test
    void exitOrder() {
        CheckCase.of(Check.EXIT_ORDER)
                .plan(attach(BOTH), attach(BOTH.withName("q")), call("leaf"))
                .holds()
                .findsIn(
                        uncounted(Spoil.swapped(2, 3)),
                        "EXIT_ORDER: At the return of leaf (task 0, activation 0), the order "
                                + "of exits should be q, p but is p, q.");
    }

    @Test
    void lateExits() {
        CheckCase.of(Check.LATE_EXITS)
                .plan(attach(ON_ALL), call("waiter"), new Plan.Detach("p"), new Plan.Continue(0))
                .holds()
                .findsIn(
                        uncounted(Spoil.repeated(1, 2, Side.EXIT)),
                        "LATE_EXITS: At the exit of blocker (probe p, task 0, event 2), the "
                                + "handler should be left out because detach has returned but is run.");
    }

    @Test
    void disabledEvents() {
        CheckCase.of(Check.DISABLED_EVENTS)
                .plan(
                        attach(ON_ALL),
                        call("waiter"),
                        new Plan.Disable("p"),
                        new Plan.Continue(0),
                        call("outer"))
                .holds()
                .findsIn(
                        uncounted(Spoil.repeated(1, 2, Side.EXIT)),
                        "DISABLED_EVENTS: At the exit of blocker (probe p, task 0, event 2), "
                                + "the handler should be left out because the probe is disabled but is "
                                + "run.");
    }

    @Test
    void anExitInFlightOverADisableAndAnEnableMayRun() {
        CheckCase.of(Check.EVENT_ORDER)
                .plan(
                        attach(ON_ALL),
                        call("waiter"),
                        new Plan.Disable("p"),
                        new Plan.Enable("p"),
                        new Plan.Continue(0))
                .holds()
                .findsIn(
                        uncounted(Spoil.missing(0)),
                        "EVENT_ORDER: In the call of waiter (task 0, step 1), the order of "
                                + "events should be >>| but is >|<< (missing: entry of waiter for p; "
                                + "without entry: exit of waiter for p).");
    }

    @Test
    void entryCounts() {
        CheckCase.of(Check.ENTRY_COUNTS)
                .plan(attach(BOTH), call("leaf"), call("leaf"))
                .holds()
                .findsIn(
                        Toy.plain().spoilCounts(counts -> Counted.entriesRun(counts, 1)),
                        "ENTRY_COUNTS: In the counts of probe p, entries run should be 2, as "
                                + "many as were seen but is 1.",
                        "ENTRY_COUNTS: In the counts of probe p, run + missed entries should "
                                + "be 2, the hits while enabled but is 1 + 0.",
                        "EXIT_COUNTS: In the counts of probe p, run + cancelled + missed + "
                                + "dropped + not returned exits should be 1, the entries that ask for "
                                + "an exit but is 2 + 0 + 0 + 0 + 0.");
    }

    @Test
    void exitCounts() {
        CheckCase.of(Check.EXIT_COUNTS)
                .plan(attach(ON_ALL), call("waiter"), new Plan.EndTask(0))
                .holds()
                .findsIn(
                        Toy.plain().spoilCounts(counts -> Counted.dropped(counts, 1)),
                        "EXIT_COUNTS: In the counts of probe p, run + cancelled + missed + "
                                + "dropped + not returned exits should be 2, the entries that ask for "
                                + "an exit but is 0 + 0 + 0 + 1 + 2.");
    }

    @Test
    void exitCountsPastALimit() {
        CheckCase.of(Check.EXIT_COUNTS)
                .on(new ToyDescription().limits(new Limits(64, 2, 4, 8)))
                .plan(attach(fprobe("recursive").onExit()), recurse(4))
                .holds()
                .findsIn(
                        Toy.of(new ToyDescription().limits(new Limits(64, 2, 4, 8)))
                                .spoilCounts(counts -> Counted.exitsMissed(counts, 0)),
                        "EXIT_COUNTS: In the counts of probe p, run + cancelled + missed + "
                                + "dropped + not returned exits should be 5, the entries that ask for "
                                + "an exit but is 2 + 0 + 0 + 0 + 0.");
    }

    @Test
    void missedWithinLimits() {
        Probe cancels = fprobe("leaf").onEntry(new Action.Cancel()).onExit();
        CheckCase.of(Check.MISSED_WITHIN_LIMITS)
                .plan(attach(cancels), call("leaf"))
                .holds()
                .findsIn(
                        Toy.plain()
                                .spoilCounts(
                                        counts ->
                                                Counted.exitsMissed(
                                                        Counted.cancelled(counts, 0), 1)),
                        "MISSED_WITHIN_LIMITS: In the counts of probe p, missed exits should "
                                + "be 0, because every limit is kept but is 1.",
                        "MISSED_WITHIN_LIMITS: In the counts of probe p, cancelled exits "
                                + "should be 1 but is 0.");
    }

    @Test
    void countsThatAreNotKeptAreNotCompared() {
        Counts none = Counted.nothing(null);
        assertThat(
                        Toy.plain()
                                .spoilCounts(counts -> none)
                                .judge(attach(BOTH), call("leaf"))
                                .unobservable())
                .containsEntry(Check.ENTRY_COUNTS, "Missed entries are not counted.")
                .containsEntry(Check.EXIT_COUNTS, "Missed exits are not counted.")
                .containsKey(Check.MISSED_WITHIN_LIMITS);
    }

    @Test
    void aFaultMayCountAsCancelled() {
        Probe faults = fprobe("leaf").onEntry(new Action.Fault()).onExit();
        assertThat(
                        Toy.plain()
                                .spoilCounts(counts -> Counted.cancelled(counts, 1))
                                .judge(attach(faults), call("leaf"))
                                .of(Check.MISSED_WITHIN_LIMITS)
                                .differences())
                .isEmpty();
    }

    @Test
    void aHandlerThatFaultsReturnsNothingThatCancels() {
        Probe faults = fprobe("leaf").onEntry(new Action.Cancel(), new Action.Fault()).onExit();
        assertThat(
                        Toy.plain()
                                .spoil(Spoil.repeated(0, 1, Side.EXIT))
                                .judge(attach(faults), call("leaf"))
                                .of(Check.CANCELLED_EXITS, Check.EVENT_ORDER)
                                .differences())
                .isEmpty();
    }
}
