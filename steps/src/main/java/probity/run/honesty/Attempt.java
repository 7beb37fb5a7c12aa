package probity.run.honesty;

import java.util.List;
import java.util.Optional;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Target;

/** Tries out one thing on a fresh instance. */
@FunctionalInterface
public interface Attempt {
    /** If it works: what was seen, as a full sentence. If it does not, it may fail in any way. */
    Optional<String> tryOut(Instance instance, Description description, List<Target> targets);
}
