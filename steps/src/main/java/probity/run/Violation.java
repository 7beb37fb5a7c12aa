package probity.run;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a failure screen shows of one violated clause, apart from what the run knows itself (clause,
 * candidate, command).
 *
 * @param title what is wrong, as a full sentence
 * @param lines every difference; never only the first
 * @param compared how many values were compared, the equal ones included
 * @param order expected and actual event order, if events were compared
 * @param drawn the shrunk random case in kernel terms and its seed, if there is one
 * @param hint where to look, if more specific than the clause's own
 * @param replay further options of the command that repeats it, such as {@code -Dprobity.replay=…}
 */
public record Violation(
        String title,
        List<Line> lines,
        int compared,
        Optional<Order> order,
        Optional<String> drawn,
        Optional<String> hint,
        List<String> replay) {
    public Violation {
        lines = List.copyOf(lines);
        replay = List.copyOf(replay);
    }

    /** A violation with differences and nothing else. */
    public static Violation of(String title, int compared, List<Line> lines) {
        return new Violation(
                title,
                lines,
                compared,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same with the two event orders, such as {@code >|<} and {@code >|}. */
    public Violation withOrder(String expected, String actual) {
        Order both = new Order(expected, actual);
        return new Violation(title, lines, compared, Optional.of(both), drawn, hint, replay);
    }

    /** The same with title, expected and actual values written differently. */
    Violation withTexts(UnaryOperator<String> change) {
        List<Line> changed =
                lines.stream()
                        .map(
                                line ->
                                        new Line(
                                                line.place(),
                                                line.where(),
                                                change.apply(line.expected()),
                                                change.apply(line.actual())))
                        .toList();
        return new Violation(change.apply(title), changed, compared, order, drawn, hint, replay);
    }

    /** The same with a hint. */
    public Violation withHint(String text) {
        return new Violation(title, lines, compared, order, drawn, Optional.of(text), replay);
    }

    /** The same for a random case: its text, and the options that replay it. */
    public Violation withDrawn(String text, List<String> options) {
        return new Violation(title, lines, compared, order, Optional.of(text), hint, options);
    }

    /**
     * One difference.
     *
     * @param place the event, activation or step; differences at one place are shown together
     * @param where the register, field or count that differs there
     * @param expected what the clause asks for
     * @param actual what was seen
     */
    public record Line(String place, String where, String expected, String actual) {
        /** A difference that needs no place. */
        public Line(String where, String expected, String actual) {
            this("", where, expected, actual);
        }
    }

    /** Two order strings. */
    public record Order(String expected, String actual) {}
}
