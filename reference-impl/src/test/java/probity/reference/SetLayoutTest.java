package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layouts, against the structures of arm64. */
class SetLayoutTest {
    @Test
    void theLightSetIsFtraceRegs() {
        SetLayout light = SetLayout.LIGHT_ENTRY;

        assertThat(light.size()).isEqualTo(112);
        assertThat(light.offset("x8")).hasValue(64);
        assertThat(light.offset("x29")).hasValue(80);
        assertThat(light.offset("x30")).hasValue(88);
        assertThat(light.offset("sp")).hasValue(96);
        assertThat(light.offset("pc")).hasValue(104);
        assertThat(light.offset("x9")).isEmpty();
        assertThat(light.isFull()).isFalse();
    }

    @Test
    void bothLightSetsAreOneStructure() {
        assertThat(SetLayout.LIGHT_ENTRY.offsets())
                .containsAllEntriesOf(SetLayout.LIGHT_RETURN.offsets());
        assertThat(SetLayout.LIGHT_RETURN.has("x8")).isFalse();
        assertThat(SetLayout.LIGHT_RETURN.has("x30")).isFalse();
    }

    @Test
    void theFullSetIsTheStablePrefixOfPtRegs() {
        SetLayout full = SetLayout.FULL;

        assertThat(full.size()).isEqualTo(272);
        assertThat(full.offset("x29")).hasValue(232);
        assertThat(full.offset("x30")).hasValue(240);
        assertThat(full.offset("sp")).hasValue(248);
        assertThat(full.offset("pc")).hasValue(256);
        assertThat(full.offset("pstate")).hasValue(264);
        assertThat(full.isFull()).isTrue();
    }

    @Test
    void aFieldLiesInsideTheStructure() {
        assertThatThrownBy(() -> new SetLayout(16, Map.of("x0", 16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The offset 16 of x0 lies outside of the set's 16 bytes.");
    }
}
