package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every record of the SPI. */
class RecordsTest {
    static Stream<Class<?>> records() throws Exception {
        return SpiRecords.all().stream();
    }

    @Test
    void theScanFindsTopLevelAndNestedRecords() throws Exception {
        assertThat(SpiRecords.all())
                .contains(Word.class, Probe.class, Plan.Call.class, Observation.Captured.class)
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aNullIsMisuseAndNamesTheComponent(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType().isPrimitive()) {
                continue;
            }
            Object[] arguments = SpiRecords.arguments(record);
            arguments[i] = null;
            assertThatThrownBy(() -> SpiRecords.create(record, arguments))
                    .isInstanceOf(MisuseException.class)
                    .hasMessage(
                            "Null was given as %s.%s.",
                            SpiRecords.name(record), components[i].getName());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void collectionsAreCopiedAndCannotBeModified(Class<?> record) throws Exception {
        RecordComponent[] components = record.getRecordComponents();
        Object[] arguments = SpiRecords.arguments(record);
        Object made = SpiRecords.create(record, arguments);
        for (int i = 0; i < components.length; i++) {
            Object inside = components[i].getAccessor().invoke(made);
            if (inside instanceof Collection<?> collection) {
                ((Collection<?>) arguments[i]).clear();
                assertThat(collection).as(components[i].getName()).isNotEmpty();
                assertThatThrownBy(collection::clear)
                        .isInstanceOf(UnsupportedOperationException.class);
            } else if (inside instanceof Map<?, ?> map) {
                ((Map<?, ?>) arguments[i]).clear();
                assertThat(map).as(components[i].getName()).isNotEmpty();
                assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void equalPartsMakeEqualRecords(Class<?> record) {
        Object one = SpiRecords.create(record, SpiRecords.arguments(record));
        Object other = SpiRecords.create(record, SpiRecords.arguments(record));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).hasToString(other.toString());
    }

    @Test
    void aNullInsideAListNamesItsPlace() {
        List<String> functions = new ArrayList<>(List.of("leaf"));
        functions.add(null);

        assertThatThrownBy(() -> Probe.of("p", ProbeKind.FPROBE, functions.toArray(String[]::new)))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as element 1 of Probe.functions.");
    }

    @Test
    void aNullInsideAScriptOrPlanNamesItsPlace() {
        assertThatThrownBy(() -> Script.of(new Action.Cancel(), null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as element 1 of Script.actions.");
        assertThatThrownBy(() -> Plan.of((Plan.Step) null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as element 0 of Plan.steps.");
    }
}
