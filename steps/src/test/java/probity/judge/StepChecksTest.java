package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.kretprobe;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.ContextPolicy;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Limits;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Stage;
import probity.spi.Unsaved;

/** The checks on the answers to steps, each right and wrong. */
class StepChecksTest {
    private static final Plan.Step BOTH = attach(fprobe("leaf").onEntry(CAPTURE).onExit(CAPTURE));

    private static UnaryOperator<Execution> ending(int step, Ending ending, String detail) {
        return Spoil.returned(
                step,
                seen ->
                        new CallResult(
                                ending,
                                Optional.empty(),
                                Bytes.none(),
                                detail,
                                List.of("1000 ret")));
    }

    @Test
    void ending() {
        CheckCase.of(Check.ENDING)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        ending(1, Ending.TRAP, "A read of 0x0 at leaf+0x10/0x80."),
                        "ENDING: In the call of leaf (task 0, step 1), the ending should be "
                                + "RETURNED but is TRAP (A read of 0x0 at leaf+0x10/0x80.).");
    }

    @Test
    void endingOfABlockedCall() {
        CheckCase.of(Check.ENDING)
                .plan(BOTH, call("waiter"), new Plan.Continue(0))
                .holds()
                .finds(
                        ending(1, Ending.RETURNED, ""),
                        "ENDING: In the call of waiter (task 0, step 1), the ending should "
                                + "be BLOCKED but is RETURNED.");
    }

    @Test
    void endingOfAParkedHandler() {
        Probe parks = fprobe("blocker").onEntry(new Action.Park()).onExit(new Action.Park());
        Plan.Continue on = new Plan.Continue(0);
        CheckCase.of(Check.ENDING)
                .plan(attach(parks), call("waiter"), on, on, on)
                .holds()
                .finds(
                        ending(2, Ending.PARKED, ""),
                        "ENDING: In the call of waiter (task 0, step 1), the ending should "
                                + "be BLOCKED but is PARKED.");
    }

    @Test
    void aLostMachineIsNoDifference() {
        Judgement judgement =
                Toy.plain()
                        .spoil(ending(1, Ending.LOST, "The pipe is closed."))
                        .judgement(BOTH, call("leaf"));
        assertThat(judgement.findings().differences()).isEmpty();
        assertThat(judgement.findings().unobservable())
                .containsEntry(Check.ENDING, "The machine was lost: The pipe is closed.");
        assertThat(judgement.evidence().get("last instructions").get()).isEqualTo("1000 ret");
    }

    @Test
    void attachAccepted() {
        Refused refusal = new Refused("EINVAL", "No.");
        CheckCase.of(Check.ATTACH_ACCEPTED)
                .plan(BOTH, call("leaf"))
                .holds()
                .findsIn(
                        Toy.plain().answer(probe -> refusal),
                        "ATTACH_ACCEPTED: At the request to attach fprobe p (step 0), the "
                                + "answer should be accepted because it is legal but is refused with "
                                + "EINVAL ('No.').");
    }

    @Test
    void attachRefusedAboveTheDataLimit() {
        Plan.Step greedy = attach(fprobe("leaf").onEntry().onExit().withData(65));
        CheckCase.of(Check.ATTACH_REFUSED)
                .plan(greedy)
                .holds()
                .findsIn(
                        Toy.plain().answer(probe -> new Attached(Optional.empty())),
                        "ATTACH_REFUSED: At the request to attach fprobe p (step 0), the "
                                + "answer should be refused because entry data is limited to 64 bytes "
                                + "but is accepted.");
    }

    @Test
    void attachRefusedNamingTheDeniedField() {
        ToyDescription denied = new ToyDescription().policy(ContextPolicy.DENIED, Unsaved.DENIED);
        Plan.Step reads = attach(session("leaf").onEntry(new Action.Read("r", "x20")));
        Refused named = new Refused("EACCES", "Field x20 is not saved.");
        Refused other = new Refused("EACCES", "Field x201 is not saved.");
        assertThat(Toy.of(denied).answer(probe -> named).judge(reads).differences()).isEmpty();
        CheckCase.of(Check.ATTACH_REFUSED)
                .on(denied)
                .plan(reads)
                .findsIn(
                        Toy.of(denied).answer(probe -> other),
                        "ATTACH_REFUSED: At the request to attach session p (step 0), the "
                                + "reason should be one that names x20 but is 'Field x201 is not "
                                + "saved.'.");
    }

    @Test
    void attachRefusedForJprobe() {
        CheckCase.of(Check.ATTACH_REFUSED)
                .plan(attach(Probe.of("p", ProbeKind.JPROBE, "leaf").onEntry()))
                .holds()
                .findsIn(
                        Toy.plain().answer(probe -> new Attached(Optional.empty())),
                        "ATTACH_REFUSED: At the request to attach jprobe p (step 0), the "
                                + "answer should be refused because jprobe is gone but is accepted.");
    }

    @Test
    void attachRefusedAtStageThree() {
        ToyDescription removed =
                new ToyDescription().stage(Stage.REMOVED).without(ProbeKind.KRETPROBE);
        CheckCase.of(Check.ATTACH_REFUSED)
                .on(removed)
                .plan(attach(kretprobe("leaf").onExit()))
                .holds()
                .findsIn(
                        Toy.of(removed).answer(probe -> new Refused("EINVAL", "No.")),
                        "ATTACH_REFUSED: At the request to attach kretprobe p (step 0), the "
                                + "errno should be ENOTSUPP or EOPNOTSUPP but is EINVAL.");
    }

    @Test
    void moreProbesThanALimitMayBeRefused() {
        Limits one = new Limits(64, 16, 1, 8);
        Refused refusal = new Refused("ENOSPC", "One is enough.");
        Toy toy =
                Toy.of(new ToyDescription().limits(one))
                        .answer(probe -> probe.name().equals("q") ? refusal : null);
        Plan.Step second = attach(fprobe("leaf").onExit().withName("q"));
        assertThat(toy.judge(BOTH, second, call("leaf")).differences())
                .extracting(Difference::check)
                .containsExactly(Check.ATTACH_ACCEPTED);
    }

    @Test
    void notice() {
        Plan.Step first = attach(kretprobe("leaf").onExit());
        Plan.Step second = attach(kretprobe("leaf").onExit().withName("q"));
        ToyDescription migrated = new ToyDescription().stage(Stage.MIGRATED);
        Attached silent = new Attached(Optional.empty());
        Attached loud = new Attached(Optional.of("kretprobe is old."));
        CheckCase.of(Check.NOTICE)
                .on(migrated)
                .plan(first, second)
                .holds()
                .findsIn(
                        Toy.of(migrated).answer(probe -> silent),
                        "NOTICE: At the request to attach kretprobe p (step 0), the first "
                                + "notice should be one that names fprobe but is absent.")
                .findsIn(
                        Toy.of(migrated).answer(probe -> loud),
                        "NOTICE: At the request to attach kretprobe p (step 0), the first "
                                + "notice should be one that names fprobe but is 'kretprobe is old.'.",
                        "NOTICE: At the request to attach kretprobe q (step 1), a second "
                                + "notice should be absent but is 'kretprobe is old.'.");
    }

    @Test
    void stepAnswer() {
        CheckCase.of(Check.STEP_ANSWER)
                .plan(BOTH, new Plan.Detach("p"))
                .holds()
                .finds(
                        Spoil.answered(1, seen -> new Refused("EBUSY", "In use.")),
                        "STEP_ANSWER: At step 1 (detach), the answer should be done but is "
                                + "refused with EBUSY ('In use.').");
    }

    @Test
    void writesThatAreRefusedAtAttachHaveTheirAnswer() {
        Plan.Step writes = attach(session("leaf").onEntry(new Action.Write("w", "x0", 1)));
        Refused refusal = new Refused("EINVAL", "The context is read only.");
        Findings findings = Toy.plain().answer(probe -> refusal).judge(writes, call("leaf"));
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.compared(Check.WRITE_ANSWER)).isEqualTo(1);
    }

    @Test
    void nothingCanBeDoneToAProbeThatWasRefused() {
        Refused refusal = new Refused("EINVAL", "The context is read only.");
        Refused nothing = new Refused("ENOENT", "There is none.");
        UnaryOperator<Execution> detach = Spoil.answered(1, seen -> nothing);
        Findings findings =
                Toy.plain()
                        .spoil(seen -> detach.apply(Spoil.answered(0, s -> refusal).apply(seen)))
                        .judge(
                                attach(session("leaf").onEntry(new Action.Write("w", "x0", 1))),
                                new Plan.Detach("p"));

        assertThat(findings.differences()).isEmpty();
    }
}
