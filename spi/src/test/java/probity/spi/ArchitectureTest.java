package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void arm64HasItsRegistersInTheOrderOfTables() {
        assertThat(Architecture.ARM64.registers())
                .startsWith("x0", "x1")
                .containsSubsequence("x30", "sp", "pc", "pstate", "v0", "v31")
                .endsWith("v31")
                .hasSize(31 + 3 + 32);
    }

    @Test
    void vectorRegistersAreTwiceAsWide() {
        assertThat(Architecture.ARM64.bits("x30")).isEqualTo(64);
        assertThat(Architecture.ARM64.bits("pstate")).isEqualTo(64);
        assertThat(Architecture.ARM64.bits("v31")).isEqualTo(128);
    }

    @Test
    void knowsOnlyItsOwnNames() {
        assertThat(Architecture.ARM64.has("x30")).isTrue();
        assertThat(Architecture.ARM64.has("x31")).isFalse();
        assertThat(Architecture.ARM64.has("X0")).isFalse();
        assertThat(Architecture.ARM64.has(null)).isFalse();
        assertThatThrownBy(() -> Architecture.ARM64.bits("rax"))
                .isInstanceOf(MisuseException.class)
                .hasMessage("There is no register named 'rax' on ARM64.");
        assertThatThrownBy(() -> Architecture.ARM64.bits(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("There is no register named 'null' on ARM64.");
    }
}
