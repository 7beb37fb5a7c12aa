package probity.spi;

import java.util.List;
import java.util.Optional;

/** What a handler's action saw; carries the action's label. A code is 0 or a negative errno. */
public sealed interface Observation {
    /** The label of the action this answers. */
    String label();

    /** What {@link Action.Capture} read; fields that could not be read are absent. */
    record Captured(String label, RegisterFile registers) implements Observation {}

    /** What {@link Action.Read} read; empty if the read failed. */
    record ReadField(String label, String register, Optional<Word> value) implements Observation {}

    /** How {@link Action.Write} went. */
    record Wrote(String label, String register, int code) implements Observation {}

    /** How {@link Action.Sample} went, and the sample if one was written. */
    record Sampled(String label, int code, Optional<Sample> sample) implements Observation {}

    /** What {@link Action.Walk} found. */
    record Walked(String label, Action.Walk.From from, Walk walk) implements Observation {}

    /** What {@link Action.Help} answered. */
    record Helped(String label, Helper helper, int code, List<Long> values) implements Observation {
        public Helped {
            values = List.copyOf(values);
        }
    }

    /** What {@link Action.LoadData} read. */
    record Loaded(String label, Bytes data) implements Observation {}

    /** How {@link Action.Call} went. */
    record Called(String label, String function, CallResult result) implements Observation {}

    /** The handler faulted; says what became of it. */
    record Faulted(String label, String text) implements Observation {}
}
