package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import probity.report.console.Console;
import probity.run.candidates.Candidates;
import probity.run.guard.AnswerCheck;
import probity.run.guard.CallFailed;
import probity.run.guard.Custody;
import probity.run.guard.TimeLimits;
import probity.run.guard.VmEnd;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/**
 * Opens candidates under guard: a provider or constructor may hang or throw like any other code.
 */
final class Opener {
    private final Candidates candidates;
    private final Function<String, TimeLimits> limits;

    /** What is being opened, or null; read by the thread that ends the virtual machine. */
    private volatile Opening underWay;

    private record Opening(String address, Custody custody) {}

    Opener(Candidates candidates, Function<String, TimeLimits> limits) {
        this.candidates = candidates;
        this.limits = limits;
    }

    /** The candidate at an address with what is to be heard, or why it cannot be opened. */
    Docket open(String address, List<Entry> entries) {
        TimeLimits opening = limits.apply(address).atLeast(candidates.openingLimit(address));
        try (Custody custody = new Custody(address, opening)) {
            underWay = new Opening(address, custody);
            Candidate candidate =
                    custody.ask("opening", () -> candidates.open(address, Console::tell));
            return Docket.of(address, candidate, parallelism(custody, candidate), entries);
        } catch (CallFailed e) {
            return Docket.unavailable(address, whyNot(address, e));
        } finally {
            underWay = null;
        }
    }

    /** How many instances it may have in use; a candidate that cannot say is let go of. */
    private static int parallelism(Custody custody, Candidate candidate) throws CallFailed {
        try {
            return custody.ask(
                    "parallelism()", () -> AnswerCheck.parallelism(candidate.parallelism()));
        } catch (CallFailed unusable) {
            custody.dismiss(Executors.callable(candidate::close));
            throw unusable;
        }
    }

    /** The candidate that is being opened when the virtual machine ends. For any thread. */
    Optional<Docket> atEnd(VmEnd end) {
        return Optional.ofNullable(underWay).map(opening -> atEnd(opening, end));
    }

    private static Docket atEnd(Opening opening, VmEnd end) {
        List<String> causes = new ArrayList<>(List.of(opening.custody().atEnd(end)));
        causes.addAll(end.stack());
        return Docket.unavailable(opening.address(), problem(opening.address(), causes));
    }

    private static Diagnostic whyNot(String address, CallFailed failure) {
        return failure.getCause() instanceof CandidateUnavailable unavailable
                ? unavailable.diagnostic()
                : problem(address, List.of(failure.getMessage()));
    }

    private static Diagnostic problem(String address, List<String> causes) {
        String message = "The candidate '" + address + "' could not be opened.";
        return new Diagnostic("candidate-fails-to-open", message, causes, "");
    }
}
