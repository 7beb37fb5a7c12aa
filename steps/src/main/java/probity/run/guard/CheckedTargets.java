package probity.run.guard;

import java.util.List;
import probity.spi.Description;
import probity.spi.Target;

/**
 * The targets of one candidate. A list that cannot change is checked when it is first answered;
 * every instance answers again, and most answer with the same. Thread safe.
 */
public final class CheckedTargets {
    private volatile List<Target> good = List.of();

    /** The answer, if it makes sense; throws on a candidate's thread otherwise. */
    List<Target> check(List<Target> answer, Description description) {
        List<Target> known = good;
        if (known.isEmpty() || answer != known) {
            known = TargetsCheck.check(answer, description); // itself only if it cannot change
            good = known;
        }
        return known;
    }
}
