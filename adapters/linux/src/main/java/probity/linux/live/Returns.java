package probity.linux.live;

import java.util.Map;
import probity.spi.RegisterFile;

/** What a function returns, as far as that follows from how it is called. */
interface Returns {
    /** Nothing is known of it. */
    Returns UNKNOWN = call -> Map.of();

    /** A {@code struct timespec64} with as many nanoseconds as x0 has at the call. */
    Returns TIMESPEC = call -> call.has("x0") ? timespec(call.get("x0")) : Map.of();

    /**
     * What is known.
     *
     * @param call registers at the call, as they were seen
     * @return values by register
     */
    Map<String, Long> of(RegisterFile call);

    /** The same every time, in x0. */
    static Returns constant(long value) {
        return call -> Map.of("x0", value);
    }

    private static Map<String, Long> timespec(long nanoseconds) {
        return Map.of(
                "x0", Math.floorDiv(nanoseconds, TimerReading.SECOND),
                "x1", Math.floorMod(nanoseconds, TimerReading.SECOND));
    }
}
