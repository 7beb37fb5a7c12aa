package probity.judge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import probity.spi.Bytes;
import probity.spi.Counts;
import probity.spi.Execution;

/**
 * What was seen of a plan with its probes.
 *
 * @param execution the execution itself
 * @param counts of each probe after the plan, by its name; may lack some
 * @param again the same plan once more, over differently poisoned memory
 * @param before the bytes of functions before the plan, by symbol
 * @param after the bytes of the same functions after it
 * @param symbols the implementation's symbols after the plan
 */
record Observed(
        Execution execution,
        Map<String, Counts> counts,
        Optional<Execution> again,
        Map<String, Bytes> before,
        Map<String, Bytes> after,
        Optional<Set<String>> symbols) {
    Observed {
        counts = Map.copyOf(counts);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
