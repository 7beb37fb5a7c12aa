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
import probity.run.guard.VmEnd;

/**
 * Hears entries on one candidate, one after the other, and rules on each. For one thread, except
 * where it is said; what lanes of one candidate share can be used by all of them.
 */
public final class Lane {
    private final JudgedCandidate candidate;
    private final String name;
    private final ReleaseLine line;
    private final Rules rules;

    Lane(JudgedCandidate candidate, String name, ReleaseLine line, Rules rules) {
        this.candidate = candidate;
        this.name = name;
        this.line = line;
        this.rules = rules;
    }

    /** What it is called: the candidate's address and, if it is one of several, its number. */
    public String name() {
        return name;
    }

    /** Runs the entry once and rules on what happened. Throws nothing that the entry throws. */
    public Ruling hear(Entry entry) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        List<StepLine> steps = new ArrayList<>();
        CandidateTrial trial = new CandidateTrial(candidate, line, rules.cases());
        Throwable thrown = null;
        try {
            entry.run(trial, steps::add);
        } catch (Throwable e) { // an entry may end in any way, and the run goes on
            thrown = e;
        }
        Facts facts = trial.finish();
        if (rules.evidenceIsRead()) {
            Optional<RuntimeException> mistake = make(facts.evidence);
            thrown = mistake.isPresent() ? mistake.get() : thrown;
        }
        Decision decision = Decision.of(entry.subject().strength(), facts, thrown);
        if (decision.verdict() == Verdict.KIT_ERROR && thrown != null) {
            facts.evidence.add(new Evidence("stack trace", trace(thrown)));
        }
        Decision waived =
                rules.waivers().apply(candidate.address(), entry.subject(), decision, facts.notes);
        Decision ruled =
                rules.keeper()
                        .keep(entry.subject(), decision, waived, candidate.declared(), facts.notes);
        return new Ruling(
                entry.subject(),
                ruled.verdict(),
                ruled.reason(),
                rules.screen().render(candidate.address(), entry.subject(), ruled, facts.evidence),
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

    /**
     * What the virtual machine's end has to do with the candidate, as a sentence. For any thread.
     */
    public String atEnd(VmEnd end) {
        return candidate.atEnd(end);
    }

    /** Whether the virtual machine was ended by a call on this lane. For any thread. */
    public boolean called(VmEnd end) {
        return candidate.called(end);
    }

    void leave() {
        candidate.leave();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
