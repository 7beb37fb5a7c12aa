package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    private static final Bytes TEN = Bytes.parse("00112233445566778899");

    @Test
    void sharesNoArrayWithAnyone() {
        byte[] source = {1, 2};
        Bytes bytes = Bytes.of(source);
        source[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2);
    }

    @Test
    void printsAndParsesHexadecimalDigits() {
        assertThat(TEN)
                .hasToString("00112233445566778899")
                .hasSameHashCodeAs(Bytes.of(TEN.toArray()));
        assertThat(TEN.size()).isEqualTo(10);
        assertThat(Bytes.parse("")).isEqualTo(Bytes.none());
        assertThat(Bytes.parse("FF")).isEqualTo(Bytes.of(new byte[] {-1}));
    }

    @Test
    void readsLittleEndianValues() {
        assertThat(TEN.longAt(0)).isEqualTo(0x7766554433221100L);
        assertThat(TEN.longAt(2)).isEqualTo(0x9988776655443322L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
    void refusesAnOffsetWithoutEightBytes(int offset) {
        assertThatThrownBy(() -> TEN.longAt(offset))
                .isInstanceOf(MisuseException.class)
                .hasMessage("There are no 8 bytes at offset %d of 10.", offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0g", "0x00"})
    void refusesWhatAreNoDigits(String text) {
        assertThatThrownBy(() -> Bytes.parse(text))
                .isInstanceOf(MisuseException.class)
                .hasMessage("'%s' is not a sequence of pairs of hexadecimal digits.", text);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> Bytes.of(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the content of Bytes.");
        assertThatThrownBy(() -> Bytes.parse(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the digits of Bytes.");
    }
}
