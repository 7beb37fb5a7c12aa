package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Finding things in what a run reports. */
class EvidenceTest {
    private static final RegisterFile REGISTERS =
            RegisterFile.empty(Architecture.ARM64).with("x0", 7);

    @Test
    void anObservationIsFoundByLabelAndType() {
        Observation captured = new Observation.Captured("r", REGISTERS);
        Observation loaded = new Observation.Loaded("r", Bytes.parse("01"));
        Event event = event(List.of(captured, loaded));

        assertThat(event.find("r", Observation.Captured.class))
                .contains((Observation.Captured) captured);
        assertThat(event.find("r", Observation.Loaded.class)).contains((Observation.Loaded) loaded);
        assertThat(event.find("r", Observation.Sampled.class)).isEmpty();
        assertThat(event.find("s", Observation.Captured.class)).isEmpty();
    }

    @Test
    void anActivationKnowsThePointsThatWereSeen() {
        Activation activation =
                new Activation(
                        0,
                        OptionalInt.empty(),
                        0,
                        0,
                        0,
                        "leaf",
                        0x1000,
                        false,
                        Map.of(Point.BODY, REGISTERS),
                        Activation.End.PENDING,
                        0,
                        OptionalInt.empty(),
                        OptionalInt.empty());

        assertThat(activation.at(Point.BODY)).contains(REGISTERS);
        assertThat(activation.at(Point.RETURN)).isEmpty();
    }

    private static Event event(List<Observation> observations) {
        return new Event(
                0,
                "p",
                Side.ENTRY,
                0,
                0,
                "leaf",
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                SetKind.LIGHT,
                observations);
    }
}
