package probity.report;

import java.time.Duration;
import java.time.Instant;

/**
 * One step of a scenario as it went.
 *
 * @param text keyword and text
 * @param argument its table or doc string, or empty
 * @param status how it went
 * @param started when it started
 * @param duration how long it took
 */
public record StepLine(
        String text, String argument, Status status, Instant started, Duration duration) {
    /** How a step went. */
    public enum Status {
        /** It went through. */
        PASSED,
        /** The scenario ended here. */
        ENDED,
        /** It was not reached. */
        NOT_REACHED
    }
}
