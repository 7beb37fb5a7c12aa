package probity.spi;

import java.util.List;
import java.util.Optional;

/** What a handler's action saw; carries the action's label. */
public sealed interface Observation {
    /** The label of the action this answers. */
    String label();

    /**
     * What {@link Action.Capture} read.
     *
     * @param label the action's
     * @param registers the fields; one that could not be read is absent
     */
    record Captured(String label, RegisterFile registers) implements Observation {
        public Captured {
            Given.value(label, "Observation.Captured.label");
            Given.value(registers, "Observation.Captured.registers");
        }
    }

    /**
     * What {@link Action.Read} read.
     *
     * @param label the action's
     * @param register the field
     * @param value what it held; empty if the read failed
     */
    record ReadField(String label, String register, Optional<Word> value) implements Observation {
        public ReadField {
            Given.value(label, "Observation.ReadField.label");
            Given.value(register, "Observation.ReadField.register");
            Given.value(value, "Observation.ReadField.value");
        }
    }

    /**
     * How {@link Action.Write} went.
     *
     * @param label the action's
     * @param register the field
     * @param code 0, or a negative errno if the write was refused
     */
    record Wrote(String label, String register, int code) implements Observation {
        public Wrote {
            Given.value(label, "Observation.Wrote.label");
            Given.value(register, "Observation.Wrote.register");
        }
    }

    /**
     * How {@link Action.Sample} went.
     *
     * @param label the action's
     * @param code 0 or a negative errno
     * @param sample what arrived in the ring buffer, if anything did
     */
    record Sampled(String label, int code, Optional<Sample> sample) implements Observation {
        public Sampled {
            Given.value(label, "Observation.Sampled.label");
            Given.value(sample, "Observation.Sampled.sample");
        }
    }

    /**
     * What {@link Action.Walk} found.
     *
     * @param label the action's
     * @param from where it started
     * @param walk the frames
     */
    record Walked(String label, Action.Walk.From from, Walk walk) implements Observation {
        public Walked {
            Given.value(label, "Observation.Walked.label");
            Given.value(from, "Observation.Walked.from");
            Given.value(walk, "Observation.Walked.walk");
        }
    }

    /**
     * What {@link Action.Help} answered.
     *
     * @param label the action's
     * @param helper which one
     * @param code 0 or a negative errno
     * @param values as {@link Helper} says; empty where the helper failed
     */
    record Helped(String label, Helper helper, int code, List<Long> values) implements Observation {
        public Helped {
            Given.value(label, "Observation.Helped.label");
            Given.value(helper, "Observation.Helped.helper");
            values = Given.list(values, "Observation.Helped.values");
        }
    }

    /**
     * What {@link Action.LoadData} read.
     *
     * @param label the action's
     * @param data the whole entry data; no bytes if there is none
     */
    record Loaded(String label, Bytes data) implements Observation {
        public Loaded {
            Given.value(label, "Observation.Loaded.label");
            Given.value(data, "Observation.Loaded.data");
        }
    }

    /**
     * How {@link Action.Call} went.
     *
     * @param label the action's
     * @param function the target
     * @param result how the call ended
     */
    record Called(String label, String function, CallResult result) implements Observation {
        public Called {
            Given.value(label, "Observation.Called.label");
            Given.value(function, "Observation.Called.function");
            Given.value(result, "Observation.Called.result");
        }
    }

    /**
     * The handler faulted and ended there; the implementation contained it.
     *
     * @param label the action's; empty for {@link Action.Fault}, which has none
     * @param text a sentence on what became of the fault
     */
    record Faulted(String label, String text) implements Observation {
        public Faulted {
            Given.value(label, "Observation.Faulted.label");
            Given.value(text, "Observation.Faulted.text");
        }
    }
}
