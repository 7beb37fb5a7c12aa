package probity.run;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer that is found once, by whoever asks first; who asks meanwhile waits for it. Where
 * finding it throws, the next one tries again. Thread safe.
 */
final class Once<T> {
    private volatile T answer;

    /** The answer, found now if it is not known yet. */
    T get(Supplier<T> find) {
        T known = answer;
        return known == null ? found(find) : known;
    }

    private synchronized T found(Supplier<T> find) {
        if (answer == null) {
            answer = find.get();
        }
        return answer;
    }

    /** The answer, if it is known; waits for nobody. */
    Optional<T> known() {
        return Optional.ofNullable(answer);
    }
}
