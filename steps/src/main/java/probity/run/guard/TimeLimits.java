package probity.run.guard;

import java.time.Duration;

/**
 * How long a candidate may take. Generous: they are there for the run to end, not to judge speed.
 *
 * @param call the most that one call may take
 * @param trial the most that all calls of one scenario may take together
 * @param hangs how many calls may hang before the candidate is given up
 */
public record TimeLimits(Duration call, Duration trial, int hangs) {
    /** A scenario makes many calls; ten slow ones are allowed. */
    private static final int SLOW_CALLS = 10;

    /** Ten seconds a call: a booted kernel needs five to start. */
    public static TimeLimits defaults() {
        return ofCall(Duration.ofSeconds(10));
    }

    /** This much per call, ten times as much per scenario, three hangs. */
    public static TimeLimits ofCall(Duration call) {
        return new TimeLimits(call, call.multipliedBy(SLOW_CALLS), 3);
    }

    /** The same, but no shorter per call than this. */
    public TimeLimits atLeast(Duration other) {
        return other.compareTo(call) > 0 ? ofCall(other) : this;
    }
}
