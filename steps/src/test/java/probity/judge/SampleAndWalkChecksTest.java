package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.COOKIE;
import static probity.judge.Plans.FUNC_IP;
import static probity.judge.Plans.STACK;
import static probity.judge.Plans.STACK_ID;
import static probity.judge.Plans.WALK;
import static probity.judge.Plans.WALK_HERE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.sample;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.judge.toy.ToyKernel;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Execution;
import probity.spi.Helper;
import probity.spi.Limits;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Sample;
import probity.spi.Walk;

/** The checks on samples, walks and helpers, each right and wrong. */
class SampleAndWalkChecksTest {
    private static final Plan.Step SAMPLES =
            attach(session("inner").onEntry(sample("x2", "x20")).onExit(sample("x2")));

    private static UnaryOperator<Execution> sampled(
            int event, UnaryOperator<Observation.Sampled> fault) {
        return Spoil.observed(
                event,
                seen -> seen instanceof Observation.Sampled sampled ? fault.apply(sampled) : seen);
    }

    private static UnaryOperator<Execution> spoiltSample(int event, UnaryOperator<Sample> fault) {
        return sampled(
                event,
                seen ->
                        new Observation.Sampled(
                                seen.label(), seen.code(), seen.sample().map(fault)));
    }

    private static UnaryOperator<Execution> helped(int event, int code, List<Long> values) {
        return Spoil.observed(
                event,
                seen ->
                        seen instanceof Observation.Helped helped
                                ? new Observation.Helped(
                                        helped.label(), helped.helper(), code, values)
                                : seen);
    }

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
    void sampleTaken() {
        CheckCase.of(Check.SAMPLE_TAKEN)
                .plan(SAMPLES, call("inner"))
                .holds()
                .finds(
                        sampled(
                                0,
                                seen ->
                                        new Observation.Sampled(
                                                seen.label(), -22, Optional.empty())),
                        "SAMPLE_TAKEN: At the entry of inner (probe p, task 0, event 0), "
                                + "perf_event_output should be a sample, code 0 but is code -22.");
    }

    @Test
    void sampleMode() {
        CheckCase.of(Check.SAMPLE_MODE)
                .plan(SAMPLES, call("inner"))
                .holds()
                .finds(
                        spoiltSample(
                                0,
                                s ->
                                        new Sample(
                                                Sample.Mode.USER,
                                                s.ip(),
                                                s.callChain(),
                                                s.registers())),
                        "SAMPLE_MODE: At the entry of inner (probe p, task 0, event 0), the "
                                + "sample's mode should be KERNEL but is USER.");
    }

    @Test
    void sampleIp() {
        CheckCase.of(Check.SAMPLE_IP)
                .plan(SAMPLES, call("middle"))
                .holds()
                .finds(
                        spoiltSample(
                                1,
                                s ->
                                        new Sample(
                                                s.mode(),
                                                ToyKernel.TRAMPOLINE,
                                                s.callChain(),
                                                s.registers())),
                        "SAMPLE_IP: At the exit of inner (probe p, task 0, event 1), the "
                                + "sample's ip should be middle+0x24/0x80 but is 0xffff8000000a0000.");
    }

    @Test
    void sampleRegisters() {
        CheckCase.of(Check.SAMPLE_REGISTERS)
                .plan(SAMPLES, call("inner"))
                .holds()
                .finds(
                        spoiltSample(
                                0,
                                s ->
                                        new Sample(
                                                s.mode(),
                                                s.ip(),
                                                s.callChain(),
                                                s.registers().with("x2", 0xbad))),
                        "SAMPLE_REGISTERS: At the entry of inner (probe p, task 0, event 0), "
                                + "x2 in the sample should be 0xa502d900ffdc89e6 but is 0xbad.");
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
    void helperStack() {
        CheckCase.of(Check.HELPER_STACK)
                .plan(attach(session("inner").onEntry(STACK)), call("outer"))
                .holds()
                .finds(
                        helped(0, -14, List.of()),
                        "HELPER_STACK: At the entry of inner (probe p, task 0, event 0), "
                                + "bpf_get_stack should be code 0 but is code -14.",
                        "POISON_INDEPENDENT: At the entry of inner (probe p, task 0, event "
                                + "0), what GET_STACK gives in the second run should be no frame but "
                                + "is inner+0x8/0x80 < middle+0x24/0x80 < outer+0x24/0x80 < "
                                + "0xffff800000090010.");
    }

    @Test
    void helperFuncIp() {
        CheckCase.of(Check.HELPER_FUNC_IP)
                .plan(attach(session("inner").onExit(FUNC_IP)), call("inner"))
                .holds()
                .finds(
                        helped(0, 0, List.of(0xbadL)),
                        "HELPER_FUNC_IP: At the exit of inner (probe p, task 0, event 0), "
                                + "the value of bpf_get_func_ip should be inner+0x0/0x80 but is 0xbad.",
                        "POISON_INDEPENDENT: At the exit of inner (probe p, task 0, event "
                                + "0), what GET_FUNC_IP gives in the second run should be 0xbad but is "
                                + "inner+0x0/0x80.");
    }

    @Test
    void helperCookie() {
        CheckCase.of(Check.HELPER_COOKIE)
                .plan(
                        attach(
                                session("middle", "inner")
                                        .onEntry(COOKIE)
                                        .withCookies(List.of(0x11L, 0x22L))),
                        call("middle"))
                .holds()
                .finds(
                        helped(1, 0, List.of(0x11L)),
                        "HELPER_COOKIE: At the entry of inner (probe p, task 0, event 1), "
                                + "the value of bpf_get_attach_cookie should be 0x22 but is 0x11.",
                        "POISON_INDEPENDENT: At the entry of inner (probe p, task 0, event "
                                + "1), what GET_ATTACH_COOKIE gives in the second run should be 0x11 "
                                + "but is 0x22.");
    }

    @Test
    void stacksAgree() {
        CheckCase.of(Check.STACKS_AGREE)
                .plan(attach(session("inner").onEntry(STACK, STACK_ID)), call("outer"))
                .holds()
                .finds(
                        Spoil.observed(
                                0,
                                seen ->
                                        seen instanceof Observation.Helped helped
                                                        && helped.helper() == Helper.GET_STACKID
                                                ? new Observation.Helped(
                                                        helped.label(),
                                                        helped.helper(),
                                                        0,
                                                        helped.values().subList(0, 1))
                                                : seen),
                        "HELPER_STACK: At the entry of inner (probe p, task 0, event 0), "
                                + "bpf_get_stackid should be inner+0x8/0x80 < middle+0x24/0x80 < "
                                + "outer+0x24/0x80 but is inner+0x8/0x80.",
                        "STACKS_AGREE: At the entry of inner (probe p, task 0, event 0), "
                                + "bpf_get_stackid should be inner+0x8/0x80 < middle+0x24/0x80 < "
                                + "outer+0x24/0x80 < 0xffff800000090010 as bpf_get_stack but is "
                                + "inner+0x8/0x80.",
                        "POISON_INDEPENDENT: At the entry of inner (probe p, task 0, event "
                                + "0), what GET_STACKID gives in the second run should be "
                                + "inner+0x8/0x80 but is inner+0x8/0x80 < middle+0x24/0x80 < "
                                + "outer+0x24/0x80 < 0xffff800000090010.");
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

    @Test
    void samplesOfTheLightSetAreNotAskedFor() {
        CheckCase.of(Check.SAMPLE_TAKEN)
                .plan(attach(fprobe("inner").onEntry(sample("x1"))), call("inner"))
                .holds();
        assertThat(
                        Toy.of(new ToyDescription().without(Capability.PERF_OUTPUT))
                                .spoil(
                                        sampled(
                                                0,
                                                seen ->
                                                        new Observation.Sampled(
                                                                seen.label(),
                                                                -22,
                                                                Optional.empty())))
                                .judge(attach(fprobe("inner").onEntry(sample("x1"))), call("inner"))
                                .unobservable())
                .containsEntry(Check.SAMPLE_TAKEN, "Handlers of the light set emit no samples.");
    }
}
