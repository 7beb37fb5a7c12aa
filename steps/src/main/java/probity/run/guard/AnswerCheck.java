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
    /** More than any machine runs well, and far fewer than the threads that it can have. */
    private static final int MOST_INSTANCES = 1024;

    private AnswerCheck() {}

    static <T> T notNull(String what, T answer) {
        if (answer == null) {
            Nonsense.throwIfAny(List.of("The " + what + " is null."), "null");
        }
        return answer;
    }

    /** How many random cases a candidate asks for. */
    public static int randomCases(int answer) {
        return between(
                answer,
                Candidate.MOST_RANDOM_CASES,
                "There cannot be %d random cases; it takes a number from 1 to %d.");
    }

    /** A number of instances that can be in use at the same time. */
    public static int parallelism(int answer) {
        return between(
                answer,
                MOST_INSTANCES,
                "%d instances cannot be in use at the same time; it takes 1 to %d.");
    }

    private static int between(int answer, int most, String sentence) {
        Problems problems = new Problems(null);
        problems.unless(answer >= 1 && answer <= most, sentence, answer, most);
        Nonsense.throwIfAny(problems.sentences(), answer);
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
