package probity.spi;

import java.util.OptionalLong;

/**
 * How often a probe's handlers ran and did not run since it was attached (SYM-12). Each count is
 * absent where the implementation cannot tell.
 *
 * @param entriesRun entry handlers run
 * @param entriesMissed hits that ran no entry handler although the probe has one and was enabled
 * @param exitsRun exit handlers run
 * @param exitsMissed activations whose exit should have run and could not: no room, empty pool
 * @param cancelled activations whose exit the entry handler cancelled
 * @param dropped activations whose exit did not run because of a disable or detach
 */
public record Counts(
        OptionalLong entriesRun,
        OptionalLong entriesMissed,
        OptionalLong exitsRun,
        OptionalLong exitsMissed,
        OptionalLong cancelled,
        OptionalLong dropped) {
    public Counts {
        Given.value(entriesRun, "Counts.entriesRun");
        Given.value(entriesMissed, "Counts.entriesMissed");
        Given.value(exitsRun, "Counts.exitsRun");
        Given.value(exitsMissed, "Counts.exitsMissed");
        Given.value(cancelled, "Counts.cancelled");
        Given.value(dropped, "Counts.dropped");
    }
}
