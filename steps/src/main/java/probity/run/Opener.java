package probity.run;

import java.util.List;
import probity.run.candidates.Candidates;
import probity.run.guard.CallFailed;
import probity.run.guard.Custody;
import probity.run.guard.TimeLimits;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/**
 * Opens candidates under guard: a provider or constructor may hang or throw like any other code.
 */
final class Opener {
    private final Candidates candidates;
    private final TimeLimits limits;

    Opener(Candidates candidates, TimeLimits limits) {
        this.candidates = candidates;
        this.limits = limits;
    }

    /** The candidate at an address with what is to be heard, or why it cannot be opened. */
    Docket open(String address, List<Entry> entries) {
        try (Custody custody = new Custody(address, limits)) {
            Candidate candidate = custody.ask("opening", () -> candidates.open(address));
            return Docket.of(address, candidate, entries);
        } catch (CallFailed e) {
            return Docket.unavailable(address, whyNot(address, e));
        }
    }

    private static Diagnostic whyNot(String address, CallFailed failure) {
        return failure.getCause() instanceof CandidateUnavailable unavailable
                ? unavailable.diagnostic()
                : new Diagnostic(
                        "candidate-fails-to-open",
                        "The candidate '" + address + "' could not be opened.",
                        List.of(failure.getMessage()),
                        "");
    }
}
