package probity.spi;

import java.util.List;
import java.util.OptionalInt;

/**
 * One run of one function in a call, as a candidate knows it to be where it shows no {@link
 * Activation}: from how the call is made, or from a second observer. What is absent is not known.
 *
 * @param function its symbol
 * @param parent the run that it was called in, by its place in the list of all runs of the call;
 *     empty if no target called it
 * @param call registers at the call; x29, sp and what points near sp are those of task 0
 * @param results registers at the return; x29, sp and what points near sp are those of task 0
 * @param callers the addresses in its callers, the direct one first, down to the root; empty if
 *     nobody knows
 * @param source how all this is known, for people; it is shown among the evidence
 */
public record KnownRun(
        String function,
        OptionalInt parent,
        RegisterFile call,
        RegisterFile results,
        List<Long> callers,
        String source) {
    public KnownRun {
        Given.value(function, "KnownRun.function");
        Given.value(parent, "KnownRun.parent");
        Given.value(call, "KnownRun.call");
        Given.value(results, "KnownRun.results");
        callers = Given.list(callers, "KnownRun.callers");
        Given.value(source, "KnownRun.source");
    }
}
