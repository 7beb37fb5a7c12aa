package probity.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import probity.catalogue.Clause;
import probity.report.RunReport;
import probity.report.Subject;
import probity.report.Wildcard;
import probity.run.candidates.Candidates;
import probity.run.guard.TimeLimits;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;

/**
 * Judges one candidate from a program, by the scenarios that the kit ships; writes nothing.
 *
 * <pre>{@code
 * RunReport report = ConformanceRun.of(new ForgetsX5()).clauses("PTR-09").run();
 * }</pre>
 *
 * <p>Immutable; a run takes a few milliseconds a scenario, as features and steps are loaded once.
 */
public final class ConformanceRun {
    private final String address;
    private final Candidate candidate;
    private final List<String> clauses;
    private final List<Candidate> line;
    private final TimeLimits limits;

    private ConformanceRun(
            String address,
            Candidate candidate,
            List<String> clauses,
            List<Candidate> line,
            TimeLimits limits) {
        this.address = address;
        this.candidate = candidate;
        this.clauses = List.copyOf(clauses);
        this.line = List.copyOf(line);
        this.limits = limits;
    }

    /** A run on this candidate; its address is {@code java:} and its name. */
    public static ConformanceRun of(Candidate candidate) {
        return new ConformanceRun(
                "java:" + candidate.name(), candidate, List.of(), List.of(), TimeLimits.defaults());
    }

    /**
     * A run on the candidate at an address.
     *
     * @throws CandidateUnavailable if the address leads nowhere
     */
    public static ConformanceRun of(String address) throws CandidateUnavailable {
        Candidate candidate = new Candidates(ConformanceRun.class.getClassLoader()).open(address);
        return new ConformanceRun(address, candidate, List.of(), List.of(), TimeLimits.defaults());
    }

    /**
     * The same for these clauses only.
     *
     * @param patterns ids or patterns such as {@code PTR-*}
     * @throws IllegalArgumentException if one matches no clause
     */
    public ConformanceRun clauses(String... patterns) {
        for (String pattern : patterns) {
            if (Library.shipped().catalogue().clauses().stream()
                    .map(Clause::id)
                    .noneMatch(id -> Wildcard.matches(pattern, id))) {
                throw new IllegalArgumentException("There is no clause '" + pattern + "'.");
            }
        }
        return new ConformanceRun(address, candidate, List.of(patterns), line, limits);
    }

    /** The same with a release line (RET-08), oldest first. */
    public ConformanceRun line(Candidate... members) {
        return new ConformanceRun(address, candidate, clauses, List.of(members), limits);
    }

    /** The same with another time limit per call into the candidate. */
    public ConformanceRun timeout(Duration call) {
        return new ConformanceRun(address, candidate, clauses, line, TimeLimits.ofCall(call));
    }

    /** Judges. */
    public RunReport run() {
        Instant started = Instant.now();
        JudgedCandidate judged = new JudgedCandidate(address, candidate, limits);
        try (Hearing hearing =
                new Hearing(
                        judged,
                        new GivenLine(line, limits),
                        Waivers.none(),
                        new FailureScreen(
                                Library.shipped().catalogue(), new RerunCommand(List.of())),
                        Optional.empty())) {
            Library.shipped().entries().stream()
                    .filter(entry -> chosen(entry.subject()))
                    .forEach(hearing::hear);
            return new RunReport(
                    Kit.version(),
                    started,
                    Duration.between(started, Instant.now()),
                    clauses.isEmpty()
                            ? Optional.empty()
                            : Optional.of("clauses " + String.join(", ", clauses)),
                    List.of(),
                    Library.shipped().catalogue().clauses(),
                    List.of(hearing.report()));
        }
    }

    private boolean chosen(Subject subject) {
        return clauses.isEmpty() || clauses.stream().anyMatch(subject::isOf);
    }
}
