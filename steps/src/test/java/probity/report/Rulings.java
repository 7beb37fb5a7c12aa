package probity.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.judge.Verdict;

/** Rulings and reports with next to nothing in them. */
public final class Rulings {
    private Rulings() {}

    /** Of a scenario that decides a clause. */
    public static Ruling of(String clause, Verdict verdict, String reason) {
        Subject subject =
                new Subject(
                        clause + verdict,
                        Subject.Kind.SCENARIO,
                        List.of(clause),
                        clause.substring(0, 3),
                        "feature",
                        "name",
                        "f:1",
                        Strength.MUST);
        return of(subject, verdict, reason);
    }

    /** Whose screen is the reason. */
    public static Ruling of(Subject subject, Verdict verdict, String reason) {
        return new Ruling(
                subject,
                verdict,
                reason,
                reason,
                List.of(),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                List.of());
    }

    /** A run of a second and a half. */
    public static RunReport report(
            Optional<String> filter, List<Clause> clauses, CandidateReport... candidates) {
        return new RunReport(
                "1",
                Instant.EPOCH,
                Duration.ofMillis(1500),
                filter,
                List.of(),
                clauses,
                List.of(candidates));
    }
}
