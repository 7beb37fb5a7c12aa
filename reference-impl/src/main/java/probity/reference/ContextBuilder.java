package probity.reference;

import probity.machine.Memory;

/** Makes the context of each handler that is about to run. */
public interface ContextBuilder {
    /** Called once, before anything else. */
    default void prepare(Memory memory, long seed) {}

    /** The context of one run of one handler. */
    Context open(HandlerCall call);
}
