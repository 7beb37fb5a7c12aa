package probity.spi;

import java.util.List;
import java.util.Optional;

/**
 * How a call went.
 *
 * @param ending how it ended
 * @param after the registers in the caller after the return, as far as known
 * @param resultMemory what the function wrote at x8, if the target returns through it
 * @param detail for an ending that is not RETURNED: a sentence that says where and why
 * @param trace the last instructions, oldest first, where the candidate keeps them
 * @param exhibits what else shows why it ended so, such as the log of a console
 */
public record CallResult(
        Ending ending,
        Optional<RegisterFile> after,
        Bytes resultMemory,
        String detail,
        List<String> trace,
        List<Exhibit> exhibits)
        implements StepResult {
    public CallResult {
        Given.value(ending, "CallResult.ending");
        Given.value(after, "CallResult.after");
        Given.value(resultMemory, "CallResult.resultMemory");
        Given.value(detail, "CallResult.detail");
        trace = Given.list(trace, "CallResult.trace");
        exhibits = Given.list(exhibits, "CallResult.exhibits");
    }

    /** A result without exhibits. */
    public CallResult(
            Ending ending,
            Optional<RegisterFile> after,
            Bytes resultMemory,
            String detail,
            List<String> trace) {
        this(ending, after, resultMemory, detail, trace, List.of());
    }
}
