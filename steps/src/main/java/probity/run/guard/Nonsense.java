package probity.run.guard;

import java.util.List;

/** An answer that makes no sense; every problem is a full sentence. */
final class Nonsense extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Longer answers are cut: whoever answers nonsense may answer much of it. */
    private static final int LONGEST_ANSWER = 20_000;

    private static final int MOST_SHOWN = 10;
    private final String answer;

    private Nonsense(String message, String answer) {
        super(message);
        this.answer = answer;
    }

    /** Throws if there are problems. */
    static void throwIfAny(List<String> problems, Object answer) {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        problems.stream().limit(MOST_SHOWN).forEach(p -> message.append(' ').append(p));
        if (problems.size() > MOST_SHOWN) {
            message.append(" And ").append(problems.size() - MOST_SHOWN).append(" more.");
        }
        throw new Nonsense(message.substring(1), cut(String.valueOf(answer)));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ANSWER
                ? text
                : text.substring(0, LONGEST_ANSWER) + " … (cut)";
    }

    String answer() {
        return answer;
    }
}
