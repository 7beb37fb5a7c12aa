package probity.report.console;

import java.time.Duration;
import java.util.function.LongSupplier;
import probity.report.Ruling;

/**
 * Tells every few seconds how far a run is. Whole lines, because Maven passes lines on, and nothing
 * at all if the run is quick.
 */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final int expected;
    private final LongSupplier nanos;
    private final long started;
    private long said;
    private int done;
    private int wrong;

    Progress(int expected, LongSupplier nanos) {
        this.expected = expected;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.said = started;
    }

    /** Counts a ruling; the line to say now, or an empty one. */
    String ruled(Ruling ruling) {
        done++;
        wrong += ruling.verdict().breaksTheRun() ? 1 : 0;
        long now = nanos.getAsLong();
        if (now - said < PAUSE.toNanos()) {
            return "";
        }
        said = now;
        return String.format(
                "… %d of %d judged, %d wrong, %d s",
                done, expected, wrong, Duration.ofNanos(now - started).toSeconds());
    }
}
