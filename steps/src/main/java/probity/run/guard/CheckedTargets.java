package probity.run.guard;

import java.util.List;
import probity.spi.Description;
import probity.spi.Target;

/**
 * The targets of one candidate. A list that cannot change is checked when it is first answered;
 * every instance answers again, and most answer with the same.
 */
public final class CheckedTargets {
    private List<Target> good = List.of();

    /** The answer, if it makes sense; throws on a candidate's thread otherwise. */
    List<Target> check(List<Target> answer, Description description) {
        if (good.isEmpty() || answer != good) {
            good = TargetsCheck.check(answer, description); // itself only if it cannot change
        }
        return good;
    }
}
