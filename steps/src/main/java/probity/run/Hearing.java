package probity.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.judge.Verdict;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.report.StepLine;
import probity.report.Subject;
import probity.run.guard.VmEnd;
import probity.spi.Description;

/**
 * Hears entries on one candidate, one after the other, and rules on each. For one thread, except
 * where it is said.
 */
public final class Hearing implements AutoCloseable {
    private final JudgedCandidate candidate;
    private final ReleaseLine line;
    private final Waivers waivers;
    private final RecordKeeper keeper;
    private final FailureScreen screen;
    private final RandomCases cases;
    private final boolean evidenceIsRead;

    /**
     * A hearing.
     *
     * @param evidenceIsRead whether it is, whatever the verdict: then it is made here, where a
     *     mistake of the kit in it is one scenario's
     */
    Hearing(
            JudgedCandidate candidate,
            ReleaseLine line,
            Waivers waivers,
            RecordKeeper keeper,
            FailureScreen screen,
            RandomCases cases,
            boolean evidenceIsRead) {
        this.candidate = candidate;
        this.line = line;
        this.waivers = waivers;
        this.keeper = keeper;
        this.screen = screen;
        this.cases = cases;
        this.evidenceIsRead = evidenceIsRead;
    }

    /** Runs the entry once and rules on what happened. Throws nothing that the entry throws. */
    public Ruling hear(Entry entry) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        List<StepLine> steps = new ArrayList<>();
        CandidateTrial trial = new CandidateTrial(candidate, line, cases);
        Throwable thrown = null;
        try {
            entry.run(trial, steps::add);
        } catch (Throwable e) { // an entry may end in any way, and the run goes on
            thrown = e;
        }
        Facts facts = trial.finish();
        if (evidenceIsRead) {
            Optional<RuntimeException> mistake = make(facts.evidence);
            thrown = mistake.isPresent() ? mistake.get() : thrown;
        }
        Decision decision = Decision.of(entry.subject().strength(), facts, thrown);
        if (decision.verdict() == Verdict.KIT_ERROR && thrown != null) {
            facts.evidence.add(new Evidence("stack trace", trace(thrown)));
        }
        Decision waived =
                waivers.apply(candidate.address(), entry.subject(), decision, facts.notes);
        Decision ruled = keeper.keep(entry.subject(), decision, waived, declared(), facts.notes);
        return new Ruling(
                entry.subject(),
                ruled.verdict(),
                ruled.reason(),
                screen.render(candidate.address(), entry.subject(), ruled, facts.evidence),
                facts.notes,
                started,
                Duration.ofNanos(System.nanoTime() - start),
                steps,
                facts.evidence);
    }

    /** Makes the texts now; in the place of one that cannot be made stands why. */
    private static Optional<RuntimeException> make(List<Evidence> evidence) {
        Optional<RuntimeException> mistake = Optional.empty();
        for (int i = 0; i < evidence.size(); i++) {
            try {
                evidence.get(i).text();
            } catch (RuntimeException e) {
                evidence.set(i, new Evidence(evidence.get(i).name(), trace(e)));
                mistake = Optional.of(e);
            }
        }
        return mistake;
    }

    /** Rules on whether all that was heard is as it was recorded. */
    public Ruling compareWithRecord() {
        Instant started = Instant.now();
        List<Evidence> evidence = new ArrayList<>();
        Decision decision = keeper.compare(declared());
        return new Ruling(
                Subject.record(),
                decision.verdict(),
                decision.reason(),
                screen.render(candidate.address(), Subject.record(), decision, evidence),
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

    /**
     * What the virtual machine's end has to do with the candidate, as a sentence. For any thread.
     */
    public String atEnd(VmEnd end) {
        return candidate.atEnd(end);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void close() {
        line.close();
        candidate.close();
    }
}
