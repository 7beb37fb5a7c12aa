package probity.spi;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a handler does. What it saw comes back as the {@link Observation} of the same
 * label; labels are unique within a script.
 */
public sealed interface Action {
    /** Reads every field of the register set that the policy lets it read. */
    record Capture(String label) implements Action {}

    /** Reads one field. */
    record Read(String label, String register) implements Action {}

    /** Writes one field. */
    record Write(String label, String register, long value) implements Action {}

    /** Emits a perf sample with ip, call chain and these registers ({@code perf_event_output}). */
    record Sample(String label, List<String> registers) implements Action {
        public Sample {
            registers = List.copyOf(registers);
        }
    }

    /** Walks the stack. */
    record Walk(String label, From from) implements Action {
        /** Where a walk starts. */
        public enum From {
            /** At the registers in the handler's context. */
            CONTEXT,
            /** In the handler itself, without the context. */
            HERE
        }
    }

    /** Calls a helper with the context. */
    record Help(String label, Helper helper) implements Action {}

    /** Stores a 64-bit value at a byte offset of the entry data. */
    record StoreData(int offset, long value) implements Action {}

    /** Reads the whole entry data. */
    record LoadData(String label) implements Action {}

    /** Makes the entry handler's result non-zero, which cancels this activation's exit. */
    record Cancel() implements Action {}

    /**
     * Calls a function from inside the handler; registers that are absent hold poison.
     *
     * @see Event#nested()
     */
    record Call(String label, String function, RegisterFile registers) implements Action {
        public Call {
            Objects.requireNonNull(registers, "registers");
        }
    }

    /**
     * Stops here, on this CPU, until {@link Plan.Continue} names the task; other CPUs run on. The
     * step that got here ends as {@link Ending#PARKED}.
     */
    record Park() implements Action {}

    /** Does what faults in a kernel: reads from an unmapped address. The script ends there. */
    record Fault() implements Action {}
}
