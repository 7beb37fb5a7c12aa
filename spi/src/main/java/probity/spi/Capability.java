package probity.spi;

/**
 * What a candidate can do or show. What is not declared is probed once; if it works after all, the
 * declaration is wrong and the candidate fails.
 */
public enum Capability {
    /** {@link Action.Sample} is served. */
    PERF_OUTPUT,
    /** {@link Action.Walk} from the context is served. */
    WALK_FROM_CONTEXT,
    /** {@link Action.Walk} from inside the handler is served. */
    WALK_FROM_HERE,
    /** {@link Plan.WalkTask} of a task's stack is served. */
    WALK_TASK,
    /** {@link Action.Help} with the stack helpers is served. */
    STACK_HELPERS,
    /** {@link Action.Help} with GET_FUNC_IP and GET_ATTACH_COOKIE is served. */
    ATTACH_HELPERS,
    /** Entry data is served for fprobe exits. */
    ENTRY_DATA,
    /** An entry handler can cancel its exit. */
    CANCEL,
    /** Plan steps ENABLE and DISABLE are served. */
    ENABLE_DISABLE,
    /** There are BLOCKING targets and {@link Plan.Continue}. */
    BLOCKING,
    /** {@link Plan.Move} and {@link Plan.EndTask} are served; more than one CPU exists. */
    MIGRATION,
    /** {@link Action.Park} is served. */
    PARKING,
    /** {@link Action.Call} is served. */
    NESTED_CALLS,
    /** {@link Action.Fault} is served. */
    HANDLER_FAULTS,
    /** A handler can look at its registers again, later in the same run (PTR-14). */
    LOOKS_AGAIN,
    /** {@link Action.Write} is tried, if only for the implementation to refuse it (PTR-15). */
    WRITES,
    /** Events show the return ip that an fprobe handler got (SYM-03). */
    SEES_RETURN_IP,
    /** Activations show the registers at {@link Point#BODY} and {@link Point#RETURN}. */
    SEES_BODY,
    /** Activations show the registers at {@link Point#CALL} and {@link Point#AFTER}. */
    SEES_CALLER,
    /** Irregular stack writes and misaligned stack pointers are reported. */
    SEES_STACK,
    /** {@link Execution#trampolines()} is reported. */
    SEES_TRAMPOLINES,
    /** {@link Instance#code} is served. */
    SEES_CODE,
    /** {@link Instance#symbols} is served. */
    SEES_SYMBOLS
}
