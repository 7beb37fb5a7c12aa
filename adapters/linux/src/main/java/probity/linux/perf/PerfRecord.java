package probity.linux.perf;

import probity.spi.Bytes;
import probity.spi.Sample;

/** A record of a ring buffer. */
public sealed interface PerfRecord {
    /**
     * A sample that a program emitted, or that a hit of an event left.
     *
     * @param process of the task
     * @param thread of the task
     * @param time in nanoseconds, by the monotonic clock
     * @param sample the sample
     * @param raw what the program attached, or the event's record; padded with zeros
     */
    record Sampled(int process, int thread, long time, Sample sample, Bytes raw)
            implements PerfRecord {}

    /**
     * The buffer was full, and records were dropped.
     *
     * @param count how many
     */
    record Lost(long count) implements PerfRecord {}

    /**
     * Something that nobody asked for.
     *
     * @param type PERF_RECORD_*
     * @param size in bytes, its head included
     */
    record Other(int type, int size) implements PerfRecord {}
}
