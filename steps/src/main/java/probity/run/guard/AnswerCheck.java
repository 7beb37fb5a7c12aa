package probity.run.guard;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import probity.spi.AttachResult;
import probity.spi.Candidate;
import probity.spi.Counts;
import probity.spi.Refused;

/**
 * Does a small answer make sense? Only form is looked at: whether it is <em>right</em> is for the
 * oracle. Runs on the candidate's thread, so that an answer that hangs when it is read is caught
 * too.
 */
public final class AnswerCheck {
    private AnswerCheck() {}

    static <T> T notNull(String what, T answer) {
        if (answer == null) {
            Nonsense.throwIfAny(List.of("The " + what + " is null."), "null");
        }
        return answer;
    }

    /** How many random cases a candidate asks for. */
    public static int randomCases(Candidate candidate) {
        int answer = candidate.randomCases();
        if (answer < 1 || answer > Candidate.MOST_RANDOM_CASES) {
            String sentence = "There cannot be %d random cases; it takes a number from 1 to %d.";
            Nonsense.throwIfAny(
                    List.of(sentence.formatted(answer, Candidate.MOST_RANDOM_CASES)), answer);
        }
        return answer;
    }

    static AttachResult attach(AttachResult answer) {
        if (notNull("answer", answer) instanceof Refused refused) {
            Problems problems = new Problems(null);
            refused(problems, "The answer", refused);
            Nonsense.throwIfAny(problems.sentences(), answer);
        }
        return answer;
    }

    static void refused(Problems problems, String where, Refused refused) {
        problems.text(where, "reason", refused.reason());
        problems.unless(
                refused.errno().matches("E[A-Z0-9]+"),
                "%s refuses with '%s', which is no errno name.",
                where,
                refused.errno());
    }

    static Counts counts(Counts answer) {
        notNull("counts", answer);
        Map<String, OptionalLong> all = new TreeMap<>();
        all.put("entriesRun", answer.entriesRun());
        all.put("entriesMissed", answer.entriesMissed());
        all.put("exitsRun", answer.exitsRun());
        all.put("exitsMissed", answer.exitsMissed());
        all.put("cancelled", answer.cancelled());
        all.put("dropped", answer.dropped());
        Problems problems = new Problems(null);
        all.forEach((name, count) -> problems.notNegative("The record", name, count.orElse(0)));
        Nonsense.throwIfAny(problems.sentences(), answer);
        return answer;
    }
}
