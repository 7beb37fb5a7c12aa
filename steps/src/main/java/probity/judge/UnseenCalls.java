package probity.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import probity.spi.Target;

/**
 * What the functions of a plan may have called where nobody saw it. A candidate that shows no
 * activations lets only the calls of the plan itself be known (see {@link KnownCalls}); a hit
 * further in is neither right nor wrong then, unless the target says what it runs.
 */
final class UnseenCalls {
    private final Expectation expectation;
    private final boolean unseen;

    UnseenCalls(Expectation expectation) {
        this.expectation = expectation;
        this.unseen =
                expectation.timeline().spans().stream()
                        .allMatch(span -> KnownCalls.isMade(span.activation()));
    }

    /** Whether this call of the plan may have called the function without being seen. */
    boolean mayReach(LogicalCall call, String function) {
        return unseen && reached(call.call().function()).contains(function);
    }

    /** Whether some call of the plan may have called a function of this probe. */
    boolean mayReach(Attachment attachment) {
        return attachment.probe().functions().stream()
                .anyMatch(
                        function ->
                                expectation.calls().stream()
                                        .anyMatch(call -> mayReach(call, function)));
    }

    private Set<String> reached(String function) {
        Set<String> reached = new HashSet<>();
        add(function, reached);
        return reached;
    }

    private void add(String caller, Set<String> reached) {
        Optional<Target> target = expectation.names().target(caller);
        if (target.isEmpty() || !target.get().knownRuns().isEmpty()) {
            return; // all that it calls is known
        }
        for (String called : target.get().calls()) {
            if (reached.add(called)) {
                add(called, reached);
            }
        }
    }
}
