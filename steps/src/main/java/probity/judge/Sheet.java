package probity.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import probity.spi.Action;
import probity.spi.Event;

/** Collects what the parts of a comparison find. */
final class Sheet {
    private final List<Difference> differences = new ArrayList<>();
    private final Map<Check, Integer> compared = new EnumMap<>(Check.class);
    private final Map<Check, String> unobservable = new EnumMap<>(Check.class);

    /** One value was compared, and it is as it must be or not. */
    void compare(
            Check check,
            boolean good,
            String where,
            String subject,
            String expected,
            String actual) {
        compare(check, good, where, subject, () -> expected, () -> actual);
    }

    /** The same for many values, nearly all good: texts are made of the others only. */
    void compare(
            Check check,
            boolean good,
            String where,
            String subject,
            Supplier<String> expected,
            Supplier<String> actual) {
        counted(check, 1);
        if (!good) {
            differences.add(new Difference(check, where, subject, expected.get(), actual.get()));
        }
    }

    /** Two texts were compared. */
    void same(Check check, String where, String subject, String expected, String actual) {
        compare(check, expected.equals(actual), where, subject, expected, actual);
    }

    /** A handler did something that it has to answer, and no answer is shown. */
    void unanswered(Check check, Event event, Action action) {
        String subject = "the answer to action '" + action.label() + "'";
        compare(check, false, Scene.where(event), subject, "given", "absent");
    }

    /** Values were compared and found as they must be. */
    void counted(Check check, int values) {
        compared.merge(check, values, Integer::sum);
    }

    /** There was something to compare that could not be seen; the first reason is kept. */
    void unseen(Check check, String reason) {
        unobservable.putIfAbsent(check, reason);
    }

    Findings findings() {
        return new Findings(differences, compared, unobservable);
    }
}
