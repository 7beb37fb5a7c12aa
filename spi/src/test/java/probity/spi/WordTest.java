package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
    private static final Word ONES = new Word(-1, -1);

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "8, 0, ff",
        "32, 0, ffffffff",
        "63, 0, 7fffffffffffffff",
        "64, 0, ffffffffffffffff",
        "65, 1, ffffffffffffffff",
        "127, 7fffffffffffffff, ffffffffffffffff",
        "128, ffffffffffffffff, ffffffffffffffff"
    })
    void truncateKeepsTheLowestBits(int bits, String high, String low) {
        assertThat(ONES.truncate(bits))
                .isEqualTo(
                        new Word(
                                Long.parseUnsignedLong(high, 16), Long.parseUnsignedLong(low, 16)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 129})
    void truncateRefusesAWidthThatNoRegisterHas(int bits) {
        assertThatThrownBy(() -> ONES.truncate(bits))
                .isInstanceOf(MisuseException.class)
                .hasMessage("A word cannot be cut to %d bits.", bits);
    }

    @Test
    void printsAsRegistersArePrinted() {
        assertThat(Word.of(0)).hasToString("0x0");
        assertThat(Word.of(-1)).hasToString("0xffffffffffffffff");
        assertThat(new Word(0x12, 0x34)).hasToString("0x12_0000000000000034");
    }
}
