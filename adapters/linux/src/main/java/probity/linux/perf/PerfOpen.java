package probity.linux.perf;

import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;

/**
 * A call of perf_event_open(2): lay out the {@link probity.linux.abi.Parcel} of the attribute in
 * the guest's memory, and call it with the parcel's address and these values. It answers with a
 * file descriptor.
 *
 * @param attribute the first argument points to it
 * @param process the second: -1 for all
 * @param cpu the third
 * @param group the fourth: -1 for none
 * @param flags the fifth
 */
public record PerfOpen(Block attribute, int process, int cpu, int group, long flags) {
    /** The number of the system call on arm64. */
    public static final int NUMBER = 241;

    /** The request of ioctl(2) that attaches a program, whose descriptor is the argument. */
    public static final long SET_PROGRAM = 0x4004_2408L;

    /** The request of ioctl(2) that lets an event count. */
    public static final long ENABLE = 0x2400L;

    /** The request of ioctl(2) that stops an event. */
    public static final long DISABLE = 0x2401L;

    /**
     * The request of ioctl(2) that has an event's samples go to the ring buffer of another, whose
     * descriptor is the argument. Both are on one CPU and have one clock.
     */
    public static final long SET_OUTPUT = 0x2405L;

    private static final int ANY = -1;

    /** {@code PERF_TYPE_SOFTWARE}. */
    private static final int SOFTWARE = 1;

    /** {@code PERF_TYPE_TRACEPOINT}. */
    private static final int TRACEPOINT = 2;

    /** {@code PERF_COUNT_SW_DUMMY}: counts nothing. */
    private static final int DUMMY = 9;

    /** {@code PERF_COUNT_SW_BPF_OUTPUT}. */
    private static final int BPF_OUTPUT = 10;

    /** {@code exclude_callchain_user}: what is asked about is the kernel's stack. */
    private static final long NO_USER_CHAIN = 1L << 22;

    /** {@code use_clockid}. */
    private static final long CLOCK = 1L << 25;

    /** {@code CLOCK_MONOTONIC}: the clock that programs ask, too. */
    private static final int MONOTONIC = 1;

    /** {@code PERF_FLAG_FD_CLOEXEC}. */
    private static final long CLOSE_ON_EXEC = 8;

    private static final int EVERY = 1;

    private static final Layout ATTRIBUTE =
            Layout.of(
                    "struct perf_event_attr",
                    128,
                    Field.u32("type", 0),
                    Field.u32("size", 4),
                    Field.u64("config", 8),
                    Field.u64("sample_period", 16),
                    Field.u64("sample_type", 24),
                    Field.u64("flags", 40),
                    Field.u32("clockid", 92),
                    Field.u64("sample_regs_intr", 96));

    /** The event through which programs on one CPU emit samples; each CPU needs its own. */
    public static PerfOpen samples(int cpu) {
        return sampled(SOFTWARE, BPF_OUTPUT, cpu);
    }

    /** An event that counts nothing, for its ring buffer: others have their samples go there. */
    public static PerfOpen ring(int cpu) {
        return sampled(SOFTWARE, DUMMY, cpu);
    }

    /**
     * An event of tracefs each of whose hits on one CPU leaves a sample, with the event's record as
     * raw data; each CPU needs its own.
     *
     * @param id from the event's file {@code id}
     */
    public static PerfOpen hits(int id, int cpu) {
        return sampled(TRACEPOINT, id, cpu);
    }

    private static PerfOpen sampled(int type, int config, int cpu) {
        Block attribute =
                ATTRIBUTE
                        .writer()
                        .set("type", type)
                        .set("size", ATTRIBUTE.size())
                        .set("config", config)
                        .set("sample_period", EVERY)
                        .set("sample_type", SampleFormat.TYPE)
                        .set("flags", NO_USER_CHAIN | CLOCK)
                        .set("clockid", MONOTONIC)
                        .set("sample_regs_intr", PerfRegisters.ALL)
                        .block();
        return new PerfOpen(attribute, ANY, cpu, ANY, CLOSE_ON_EXEC);
    }

    /**
     * An event of tracefs, for a program to be attached to. The program then runs on every CPU, so
     * one such event is enough.
     *
     * @param id from the event's file {@code id}
     */
    public static PerfOpen tracepoint(int id) {
        Block attribute =
                ATTRIBUTE
                        .writer()
                        .set("type", TRACEPOINT)
                        .set("size", ATTRIBUTE.size())
                        .set("config", id)
                        .set("sample_period", EVERY)
                        .block();
        return new PerfOpen(attribute, ANY, 0, ANY, CLOSE_ON_EXEC);
    }
}
