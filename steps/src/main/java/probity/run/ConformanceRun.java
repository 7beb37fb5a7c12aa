package probity.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.run.candidates.Candidates;
import probity.run.guard.TimeLimits;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;

/**
 * Judges one candidate from a program, by the scenarios that the kit ships, one after the other;
 * writes nothing.
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
    private final Selection selection;
    private final List<Candidate> line;
    private final TimeLimits limits = TimeLimits.defaults();

    private ConformanceRun(
            String address, Candidate candidate, Selection selection, List<Candidate> line) {
        this.address = address;
        this.candidate = candidate;
        this.selection = selection;
        this.line = List.copyOf(line);
    }

    /** A run on this candidate; its address is {@code java:} and its name. */
    public static ConformanceRun of(Candidate candidate) {
        return new ConformanceRun("java:" + candidate.name(), candidate, Selection.ALL, List.of());
    }

    /**
     * A run on the candidate at an address.
     *
     * @throws CandidateUnavailable if the address leads nowhere
     */
    public static ConformanceRun of(String address) throws CandidateUnavailable {
        Candidate candidate = new Candidates(ConformanceRun.class.getClassLoader()).open(address);
        return new ConformanceRun(address, candidate, Selection.ALL, List.of());
    }

    /**
     * The same for these clauses only.
     *
     * @param patterns ids or patterns such as {@code PTR-*}
     * @throws IllegalArgumentException if one matches no clause
     */
    public ConformanceRun clauses(String... patterns) {
        return selecting(selection.of(List.of(patterns)));
    }

    /** The same without properties, whose random cases take most of the time. */
    public ConformanceRun withoutProperties() {
        return selecting(selection.withoutProperties());
    }

    /**
     * The same in another order.
     *
     * @param clauses the ids of the clauses to begin with
     * @throws IllegalArgumentException if there is no such clause
     */
    public ConformanceRun startingWith(List<String> clauses) {
        return selecting(selection.startingWith(clauses));
    }

    /** The same up to the first FAIL, for who asks only whether there is one. */
    public ConformanceRun stoppingAtFailure() {
        return selecting(selection.stoppingAtFailure());
    }

    private ConformanceRun selecting(Selection other) {
        return new ConformanceRun(address, candidate, other, line);
    }

    /** The same with a release line (RET-08), oldest first. */
    public ConformanceRun line(Candidate... members) {
        return new ConformanceRun(address, candidate, selection, List.of(members));
    }

    /** Judges. */
    public RunReport run() {
        Instant started = Instant.now();
        JudgedCandidate judged = new JudgedCandidate(address, candidate, limits);
        try (Hearing hearing =
                new Hearing(
                        judged,
                        1,
                        new GivenLine(line, limits),
                        new Rules(
                                Waivers.none(),
                                RecordKeeper.none(),
                                new FailureScreen(
                                        Library.shipped().catalogue(), new RerunCommand(List.of())),
                                RandomCases.NONE,
                                false))) {
            Lane lane = hearing.lanes().get(0);
            List<Ruling> rulings = new ArrayList<>();
            for (Entry entry : selection.from(Library.shipped().entries())) {
                Ruling ruling = lane.hear(entry);
                rulings.add(ruling.kept());
                if (ruling.verdict() == Verdict.FAIL && selection.untilFailure()) {
                    break;
                }
            }
            return new RunReport(
                    Kit.version(),
                    started,
                    Duration.between(started, Instant.now()),
                    selection.filter(),
                    List.of(),
                    Library.shipped().catalogue().clauses(),
                    List.of(new CandidateReport(address, hearing.declared(), rulings)));
        }
    }
}
