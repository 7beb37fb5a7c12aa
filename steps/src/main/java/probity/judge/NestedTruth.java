package probity.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.CallResult;
import probity.spi.RegisterFile;

/** How the calls that handlers make go when nothing is hooked. */
final class NestedTruth {
    private final Map<List<Object>, CallResult> results = new HashMap<>();

    NestedTruth add(String function, RegisterFile registers, CallResult result) {
        results.put(List.of(function, registers), result);
        return this;
    }

    Optional<CallResult> of(String function, RegisterFile registers) {
        return Optional.ofNullable(results.get(List.of(function, registers)));
    }
}
