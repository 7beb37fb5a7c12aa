package probity.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.report.Subject;
import probity.spi.Description;

/**
 * One candidate while it is heard, on one lane or on several at the same time. For one thread,
 * except where it is said; each lane may have another.
 */
public final class Hearing implements AutoCloseable {
    private final JudgedCandidate candidate;
    private final ReleaseLine line;
    private final Rules rules;
    private final List<Lane> lanes;

    /** A hearing on so many lanes. */
    Hearing(JudgedCandidate candidate, int lanes, ReleaseLine line, Rules rules) {
        this.candidate = candidate;
        this.line = new LineInTurns(line);
        this.rules = rules;
        this.lanes =
                lanes == 1
                        ? List.of(new Lane(candidate, candidate.address(), this.line, rules))
                        : IntStream.rangeClosed(1, lanes).mapToObj(this::lane).toList();
    }

    private Lane lane(int number) {
        String name = candidate.address() + ", lane " + number;
        return new Lane(candidate.on(name), name, line, rules);
    }

    /** Where entries are heard; at least one. */
    public List<Lane> lanes() {
        return lanes;
    }

    /** Rules on whether all that was heard is as it was recorded. */
    public Ruling compareWithRecord() {
        Instant started = Instant.now();
        List<Evidence> evidence = new ArrayList<>();
        Decision decision = rules.keeper().compare(declared());
        return new Ruling(
                Subject.record(),
                decision.verdict(),
                decision.reason(),
                rules.screen().render(candidate.address(), Subject.record(), decision, evidence),
                List.of(),
                started,
                Duration.between(started, Instant.now()),
                List.of(),
                evidence);
    }

    /** What the candidate declares, if it was asked and could answer. For any thread. */
    public Optional<Description> declared() {
        return candidate.declared();
    }

    /** Lets go of the candidate. */
    @Override
    public void close() {
        line.close();
        lanes.forEach(Lane::leave);
        candidate.close();
    }
}
