package probity.spi;

import java.util.List;

/**
 * A perf sample, as read from the ring buffer (PTR-03, PTR-04; {@code perf_event_open(2)}).
 *
 * @param mode whose code it says it was taken in (PERF_RECORD_MISC_KERNEL or _USER)
 * @param ip PERF_SAMPLE_IP
 * @param callChain PERF_SAMPLE_CALLCHAIN without its context markers
 * @param registers PERF_SAMPLE_REGS_INTR
 */
public record Sample(Mode mode, long ip, List<Long> callChain, RegisterFile registers) {
    public Sample {
        Given.value(mode, "Sample.mode");
        callChain = Given.list(callChain, "Sample.callChain");
        Given.value(registers, "Sample.registers");
    }

    /** Whose code a sample was taken in. */
    public enum Mode {
        /** Of the kernel. */
        KERNEL,
        /** Of a program in user mode. */
        USER
    }
}
