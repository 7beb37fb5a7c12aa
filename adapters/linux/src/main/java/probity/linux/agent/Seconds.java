package probity.linux.agent;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as people write them. */
final class Seconds {
    private Seconds() {}

    /** Seconds without trailing zeros: {@code 0.25}, {@code 30}. */
    static String of(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
