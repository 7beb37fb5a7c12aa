package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.kretprobe;
import static probity.judge.toy.Toy.call;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** The checks on registers at the body and in the caller, results and writes; right and wrong. */
class RegisterChecksTest {
    private static final Plan.Step ENTRY = attach(fprobe("inner").onEntry());
    private static final Plan.Step BOTH = attach(fprobe("inner").onEntry().onExit());
    private static final Action WRITE = new Action.Write("w", "x0", 0x77);

    private static ToyDescription writable() {
        return new ToyDescription()
                .writable(ProbeKind.FPROBE, Side.ENTRY, "x0")
                .writable(ProbeKind.FPROBE, Side.EXIT, "x0");
    }

    private static UnaryOperator<Execution> after(int step, String register, long value) {
        return Spoil.returned(
                step,
                seen ->
                        new CallResult(
                                seen.ending(),
                                Optional.of(seen.after().orElseThrow().with(register, value)),
                                seen.resultMemory(),
                                "",
                                seen.trace()));
    }

    @Test
    void bodyRegisters() {
        CheckCase.of(Check.BODY_REGISTERS)
                .plan(BOTH, call("middle"))
                .holds()
                .finds(
                        Spoil.tapped("inner", Point.BODY, "x8", 0xbad),
                        "BODY_REGISTERS: In the body of inner (task 0, activation 1), x8 "
                                + "should be 0xa508a42ee25b6a05 but is 0xbad.")
                .finds(
                        Spoil.tapped("inner", Point.BODY, "x18", 0xbad),
                        "BODY_REGISTERS: In the body of inner (task 0, activation 1), x18 "
                                + "should be 0xa5188d7bb0077fdd but is 0xbad.")
                .finds(
                        Spoil.tapped("inner", Point.BODY, "v17", 0xbad),
                        "BODY_REGISTERS: In the body of inner (task 0, activation 1), v17 "
                                + "should be 0xb51705f519b22dce_b517a686c9520e1c but is 0xbad.");
    }

    @Test
    void bodyLinkRegisterUnlessAReturnHookIsPending() {
        UnaryOperator<Execution> fault =
                Spoil.tapped("inner", Point.BODY, "x30", 0xffff_8000_000a_0000L);
        CheckCase.of(Check.BODY_REGISTERS)
                .plan(ENTRY, call("middle"))
                .holds()
                .finds(
                        fault,
                        "BODY_REGISTERS: In the body of inner (task 0, activation 1), x30 "
                                + "should be middle+0x24/0x80 but is 0xffff8000000a0000.");
        assertThat(Toy.plain().spoil(fault).judge(BOTH, call("middle")).differences()).isEmpty();
    }

    @Test
    void callerRegisters() {
        CheckCase.of(Check.CALLER_REGISTERS)
                .plan(BOTH, call("middle"))
                .holds()
                .finds(
                        Spoil.tapped("inner", Point.AFTER, "x5", 0xbad),
                        "CALLER_REGISTERS: In the caller of inner (task 0, activation 1), x5 "
                                + "should be 0xa505f70afabafc16 but is 0xbad.")
                .finds(
                        Spoil.tapped("inner", Point.AFTER, "v9", 0xbad),
                        "CALLER_REGISTERS: In the caller of inner (task 0, activation 1), v9 "
                                + "should be 0xb509f7d9fe7b7edf but is 0xbad.");
    }

    @Test
    void scratchRegistersAreNobodysPromise() {
        assertThat(
                        Toy.plain()
                                .spoil(Spoil.tapped("inner", Point.AFTER, "x12", 0xbad))
                                .judge(BOTH, call("middle"))
                                .differences())
                .isEmpty();
    }

    @Test
    void results() {
        CheckCase.of(Check.RESULTS)
                .plan(BOTH, call("middle"))
                .holds()
                .finds(
                        after(1, "x0", 0xbad),
                        "RESULTS: In the call of middle (task 0, step 1), the result in x0 "
                                + "should be 0x2372fd0e1ddabe63 but is 0xbad.");
    }

    @Test
    void resultsInTheWidthOfTheirType() {
        Plan.Step hook = attach(fprobe("byte_leaf").onExit());
        CheckCase.of(Check.RESULTS).plan(hook, call("byte_leaf")).holds();
        long seen =
                ((CallResult)
                                Toy.plain()
                                        .judgement(hook, call("byte_leaf"))
                                        .actual()
                                        .steps()
                                        .get(1))
                        .after()
                        .orElseThrow()
                        .get("x0");
        assertThat(
                        Toy.plain()
                                .spoil(after(1, "x0", seen ^ 0xff00))
                                .judge(hook, call("byte_leaf"))
                                .differences())
                .isEmpty();
    }

    @Test
    void resultMemory() {
        CheckCase.of(Check.RESULT_MEMORY)
                .plan(attach(fprobe("indirect").onExit()), call("indirect"))
                .holds()
                .finds(
                        Spoil.returned(
                                1,
                                seen ->
                                        new CallResult(
                                                seen.ending(),
                                                seen.after(),
                                                Bytes.parse("00".repeat(16)),
                                                "",
                                                seen.trace())),
                        "RESULT_MEMORY: In the call of indirect (task 0, step 1), the result "
                                + "at x8 should be 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f but is "
                                + "00000000000000000000000000000000.");
    }

    @Test
    void writeAnswer() {
        CheckCase.of(Check.WRITE_ANSWER)
                .on(writable())
                .plan(attach(fprobe("inner").onEntry(WRITE)), call("inner"))
                .holds()
                .finds(
                        Spoil.observed(0, seen -> new Observation.Wrote("w", "x0", -13)),
                        "WRITE_ANSWER: At the entry of inner (probe p, task 0, event 0), the "
                                + "write to x0 should be accepted, being declared writable but is code "
                                + "-13.");
    }

    @Test
    void writeEffectAtEntryIsFollowedUp() {
        // the call's truth is that of one with the changed argument, results and all
        CheckCase.of(Check.WRITE_EFFECT)
                .on(writable())
                .plan(
                        attach(fprobe("inner").onEntry(CAPTURE, WRITE).onExit(CAPTURE)),
                        call("inner"))
                .holds()
                .finds(
                        Spoil.tapped("inner", Point.BODY, "x0", 0xbad),
                        "WRITE_EFFECT: In the body of inner (task 0, activation 0), x0 "
                                + "should be 0x77 but is 0xbad.");
    }

    @Test
    void writeEffectAtExit() {
        CheckCase.of(Check.WRITE_EFFECT)
                .on(writable())
                .plan(attach(fprobe("inner").onExit(WRITE)), call("inner"))
                .holds()
                .finds(
                        after(1, "x0", 0x78),
                        "WRITE_EFFECT: In the call of inner (task 0, step 1), the result in "
                                + "x0 should be 0x77 but is 0x78.");
    }

    @Test
    void writeWithoutEffectWhereNotDeclared() {
        CheckCase.of(Check.WRITE_EFFECT)
                .plan(attach(fprobe("inner").onEntry(WRITE)), call("inner"))
                .holds()
                .finds(
                        Spoil.tapped("inner", Point.BODY, "x0", 0x77),
                        "WRITE_EFFECT: In the body of inner (task 0, activation 0), x0 "
                                + "should be 0xa500c6c5caba5c05 but is 0x77.");
    }

    @Test
    void aHandlerForWhichThereIsNoRoomChangesNothing() {
        Judgement judgement =
                Toy.of(new ToyDescription().writable(ProbeKind.KRETPROBE, Side.EXIT, "x0"))
                        .judgement(
                                attach(kretprobe("middle", "inner").onExit(WRITE).withMaxActive(1)),
                                call("middle"));
        assertThat(judgement.findings().differences()).isEmpty();
        assertThat(judgement.findings().compared(Check.WRITE_EFFECT)).isPositive();
    }

    @Test
    void afterAWriteInTheMiddleOfACallTheRestIsUnknown() {
        Judgement judgement =
                Toy.of(writable())
                        .judgement(
                                attach(fprobe("inner").onEntry(WRITE)),
                                attach(fprobe("middle").onExit(CAPTURE).withName("q")),
                                call("middle"));
        assertThat(judgement.findings().differences()).isEmpty();
        assertThat(judgement.findings().compared(Check.WRITE_EFFECT)).isPositive();
        assertThat(judgement.findings().unobservable())
                .containsEntry(Check.RESULTS, "A handler changed the course of the call.");
    }
}
