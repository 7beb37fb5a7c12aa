package probity.linux.bpf.handler;

import java.util.function.IntSupplier;

/**
 * The file descriptors of the maps that handlers use.
 *
 * @param log an array as {@link LogLayout} describes it
 * @param samples a perf event array, with an event per CPU
 * @param stackMap gives a stack trace map with {@link #STACK_BYTES} a value, where one is needed
 */
public record HandlerMaps(int log, int samples, IntSupplier stackMap) {
    /** The value size of the stack trace map: as many frames as walks have room for. */
    public static final int STACK_BYTES = RecordLayout.WALK;

    /** The stack trace map. */
    public int stacks() {
        return stackMap.getAsInt();
    }
}
