package probity.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import probity.judge.Verdict;

/**
 * The verdict on one subject and one candidate, with what it rests on.
 *
 * @param subject what was judged
 * @param verdict the verdict
 * @param reason why, in one sentence; empty for a plain PASS
 * @param screen why, on one screen; empty for a plain PASS
 * @param notes sentences that stand beside the verdict
 * @param started when it started
 * @param duration how long it took
 * @param steps its steps, as far as there are any
 * @param evidence what is too long for a screen
 */
public record Ruling(
        Subject subject,
        Verdict verdict,
        String reason,
        String screen,
        List<String> notes,
        Instant started,
        Duration duration,
        List<StepLine> steps,
        List<Evidence> evidence) {
    public Ruling {
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
    }

    /**
     * The same as a run keeps it: a PASS without its evidence, which is most of its size and read
     * in the reports only.
     */
    public Ruling kept() {
        return verdict == Verdict.PASS
                ? new Ruling(
                        subject, verdict, reason, screen, notes, started, duration, steps,
                        List.of())
                : this;
    }
}
