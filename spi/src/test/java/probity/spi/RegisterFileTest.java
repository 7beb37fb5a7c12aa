package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterFileTest {
    private static final RegisterFile NOTHING = RegisterFile.empty(Architecture.ARM64);
    private static final RegisterFile SOME = NOTHING.with("x1", 0x11).with("x0", 0);

    @Test
    void absentIsNotZero() {
        assertThat(SOME.has("x0")).isTrue();
        assertThat(SOME.find("x0")).contains(Word.of(0));
        assertThat(SOME.has("x2")).isFalse();
        assertThat(SOME.find("x2")).isEmpty();
        assertThat(NOTHING.with("x2", 0)).isNotEqualTo(NOTHING);
        assertThatThrownBy(() -> SOME.get("x2"))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Register x2 is absent from this file.");
    }

    @Test
    void listsKnownRegistersInTheArchitecturesOrder() {
        assertThat(SOME.with("pc", 4).names()).containsExactly("x0", "x1", "pc");
        assertThat(SOME).hasToString("{x0=0x0 x1=0x11}");
    }

    @Test
    void withLeavesTheOriginalAlone() {
        assertThat(SOME.with("x0", 5).get("x0")).isEqualTo(5);
        assertThat(SOME.get("x0")).isZero();
    }

    @Test
    void aFileLaidOverAnotherWinsWhereItKnows() {
        RegisterFile over = NOTHING.with("x1", 0x22).with("x2", 0x33);

        assertThat(SOME.with(over))
                .isEqualTo(NOTHING.with("x0", 0).with("x1", 0x22).with("x2", 0x33));
    }

    @Test
    void onlyAndWithoutDivideAFile() {
        assertThat(SOME.only(List.of("x0", "x9"))).isEqualTo(NOTHING.with("x0", 0));
        assertThat(SOME.without(List.of("x0", "x9"))).isEqualTo(NOTHING.with("x1", 0x11));
    }

    @Test
    void theBuilderMakesTheSameFileAndKeepsNoHoldOfIt() {
        RegisterFile.Builder builder = RegisterFile.builder(Architecture.ARM64).set("x0", 0);
        RegisterFile before = builder.build();
        builder.set("x1", 0x11);

        assertThat(before.names()).containsExactly("x0");
        assertThat(builder.build()).isEqualTo(SOME).hasSameHashCodeAs(SOME);
    }

    @Test
    void vectorRegistersHold128Bits() {
        Word wide = new Word(1, 2);

        assertThat(NOTHING.with("v0", wide).find("v0")).contains(wide);
        assertThat(NOTHING.with("v0", wide).get("v0")).isEqualTo(2);
        assertThatThrownBy(() -> NOTHING.with("x0", wide))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Register x0 has 64 bits and cannot hold 0x1_0000000000000002.");
        assertThatThrownBy(() -> RegisterFile.builder(Architecture.ARM64).set("sp", wide))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Register sp has 64 bits and cannot hold 0x1_0000000000000002.");
    }

    @Test
    void refusesARegisterThatDoesNotExist() {
        String sentence = "There is no register named 'x31' on ARM64.";

        assertThatThrownBy(() -> SOME.get("x31")).hasMessage(sentence);
        assertThatThrownBy(() -> SOME.with("x31", 0)).hasMessage(sentence);
        assertThatThrownBy(() -> SOME.only(List.of("x31"))).hasMessage(sentence);
        assertThatThrownBy(() -> SOME.without(List.of("x31")))
                .isInstanceOf(MisuseException.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> SOME.with("x0", null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the content of register x0.");
        assertThatThrownBy(() -> SOME.with(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the other RegisterFile.");
        assertThatThrownBy(() -> SOME.only(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the registers to keep.");
        assertThatThrownBy(() -> SOME.without(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the registers to leave out.");
        assertThatThrownBy(() -> RegisterFile.empty(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the architecture of a RegisterFile.");
        assertThatThrownBy(() -> RegisterFile.builder(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the architecture of a RegisterFile.");
    }
}
