package probity.reference;

import java.util.OptionalLong;

/** The registers as a handler or a program gets them, for as long as it runs. */
public interface Context extends AutoCloseable {
    /** What the handler itself reads; empty where it cannot. */
    OptionalLong read(String register);

    /** What the kernel finds that is handed the context: perf, the walker. */
    default long field(String register) {
        return read(register).orElse(0);
    }

    /** Changes a field that is declared writable; whether it could. */
    boolean write(String register, long value);

    /** The handler has ended. */
    @Override
    default void close() {}
}
