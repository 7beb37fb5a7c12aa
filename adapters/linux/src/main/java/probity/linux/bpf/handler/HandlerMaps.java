package probity.linux.bpf.handler;

/**
 * The file descriptors of the maps that handlers use.
 *
 * @param log an array as {@link LogLayout} describes it
 * @param samples a perf event array, with an event per CPU
 * @param stacks a stack trace map with {@link #STACK_BYTES} a value
 */
public record HandlerMaps(int log, int samples, int stacks) {
    /** The value size of the stack trace map: as many frames as walks have room for. */
    public static final int STACK_BYTES = RecordLayout.WALK;
}
