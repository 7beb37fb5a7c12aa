package probity.judge;

import java.util.OptionalLong;
import probity.spi.Counts;

/** Counts with one number changed. */
final class Counted {
    private Counted() {}

    static Counts nothing(Counts counts) {
        OptionalLong none = OptionalLong.empty();
        return new Counts(none, none, none, none, none, none);
    }

    static Counts entriesRun(Counts c, long value) {
        return new Counts(
                of(value),
                c.entriesMissed(),
                c.exitsRun(),
                c.exitsMissed(),
                c.cancelled(),
                c.dropped());
    }

    static Counts exitsRun(Counts c, long value) {
        return new Counts(
                c.entriesRun(),
                c.entriesMissed(),
                of(value),
                c.exitsMissed(),
                c.cancelled(),
                c.dropped());
    }

    static Counts exitsMissed(Counts c, long value) {
        return new Counts(
                c.entriesRun(),
                c.entriesMissed(),
                c.exitsRun(),
                of(value),
                c.cancelled(),
                c.dropped());
    }

    static Counts cancelled(Counts c, long value) {
        return new Counts(
                c.entriesRun(),
                c.entriesMissed(),
                c.exitsRun(),
                c.exitsMissed(),
                of(value),
                c.dropped());
    }

    static Counts dropped(Counts c, long value) {
        return new Counts(
                c.entriesRun(),
                c.entriesMissed(),
                c.exitsRun(),
                c.exitsMissed(),
                c.cancelled(),
                of(value));
    }

    private static OptionalLong of(long value) {
        return OptionalLong.of(value);
    }
}
