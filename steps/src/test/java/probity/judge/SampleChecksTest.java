package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.sample;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.judge.toy.ToyKernel;
import probity.spi.Capability;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Sample;

/** The checks on samples, each right and wrong. */
class SampleChecksTest {
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
