package probity.spi;

import java.util.List;

/**
 * One thing that a handler does. What it saw comes back as the {@link Observation} of the same
 * label; labels are unique within a script.
 */
public sealed interface Action {
    /** Names what it saw; empty for an action that shows nothing. */
    default String label() {
        return "";
    }

    /**
     * Reads every field of the register set that the policy lets it read (PTR-09 to PTR-12).
     *
     * @param label names the {@link Observation.Captured}
     */
    record Capture(String label) implements Action {
        public Capture {
            Given.value(label, "Action.Capture.label");
        }
    }

    /**
     * Reads one field (PTR-01, PTR-12).
     *
     * @param label names the {@link Observation.ReadField}
     * @param register the field
     */
    record Read(String label, String register) implements Action {
        public Read {
            Given.value(label, "Action.Read.label");
            Given.value(register, "Action.Read.register");
        }
    }

    /**
     * Writes one field (PTR-15, SYM-11).
     *
     * @param label names the {@link Observation.Wrote}
     * @param register the field
     * @param value what to write
     */
    record Write(String label, String register, long value) implements Action {
        public Write {
            Given.value(label, "Action.Write.label");
            Given.value(register, "Action.Write.register");
        }
    }

    /**
     * Emits a perf sample with ip, call chain and registers ({@code perf_event_output}; PTR-03,
     * PTR-04).
     *
     * @param label names the {@link Observation.Sampled}
     * @param registers which registers to sample
     */
    record Sample(String label, List<String> registers) implements Action {
        public Sample {
            Given.value(label, "Action.Sample.label");
            registers = Given.list(registers, "Action.Sample.registers");
        }
    }

    /**
     * Walks the stack (PTR-05 to PTR-08, PTR-17).
     *
     * @param label names the {@link Observation.Walked}
     * @param from where to start
     */
    record Walk(String label, From from) implements Action {
        public Walk {
            Given.value(label, "Action.Walk.label");
            Given.value(from, "Action.Walk.from");
        }

        /** Where a walk starts. */
        public enum From {
            /** At the registers in the handler's context. */
            CONTEXT,
            /** In the handler itself, without the context. */
            HERE
        }
    }

    /**
     * Calls a helper with the context (PTR-13).
     *
     * @param label names the {@link Observation.Helped}
     * @param helper which one
     */
    record Help(String label, Helper helper) implements Action {
        public Help {
            Given.value(label, "Action.Help.label");
            Given.value(helper, "Action.Help.helper");
        }
    }

    /**
     * Stores a value in the entry data (SYM-07).
     *
     * @param offset in bytes from its start
     * @param value 64 bits, stored little-endian
     */
    record StoreData(int offset, long value) implements Action {}

    /**
     * Stores what a field holds in the entry data, as a handler does that keeps an argument for its
     * exit. Different activations store different values, so that swapped data shows.
     *
     * @param offset in bytes from its start
     * @param register the field; its lower 64 bits are stored little-endian, zero if it cannot be
     *     read
     */
    record StoreField(int offset, String register) implements Action {
        public StoreField {
            Given.value(register, "Action.StoreField.register");
        }
    }

    /**
     * Reads the whole entry data (SYM-07).
     *
     * @param label names the {@link Observation.Loaded}
     */
    record LoadData(String label) implements Action {
        public LoadData {
            Given.value(label, "Action.LoadData.label");
        }
    }

    /** Makes the entry handler's result non-zero, which cancels this activation's exit (SYM-06). */
    record Cancel() implements Action {}

    /**
     * Calls a function from inside the handler, which may be hooked itself (SYM-13).
     *
     * @param label names the {@link Observation.Called}
     * @param function the target
     * @param registers the registers at the call, as in {@link Plan.Call}
     * @see Event#nested()
     */
    record Call(String label, String function, RegisterFile registers) implements Action {
        public Call {
            Given.value(label, "Action.Call.label");
            Given.value(function, "Action.Call.function");
            Given.value(registers, "Action.Call.registers");
        }
    }

    /**
     * Stops here, on this CPU, until {@link Plan.Continue} names the task; other CPUs run on. The
     * step that got here ends as {@link Ending#PARKED} (PTR-14).
     */
    record Park() implements Action {}

    /**
     * Does what faults in a kernel: reads from an unmapped address. The script ends there (TRN-10).
     */
    record Fault() implements Action {}
}
