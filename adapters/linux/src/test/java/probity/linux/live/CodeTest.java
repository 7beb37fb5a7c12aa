package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import probity.spi.Bytes;

class CodeTest {
    private static final String MOV_X9_X30 = "e9031eaa";
    private static final String NOP = "1f2003d5";
    private static final String ADD = "00040011";
    private static final String RET = "c0035fd6";
    private static final String BTI_C = "5f2403d5";

    @Test
    void a_function_starts_with_its_site_and_ends_with_its_ret() {
        assertThat(code(MOV_X9_X30, NOP, ADD, RET, NOP, RET)).isEqualTo(new Code(0, 16));
    }

    @Test
    void a_landing_pad_stands_before_the_site() {
        assertThat(code(BTI_C, MOV_X9_X30, NOP, ADD, RET)).isEqualTo(new Code(4, 20));
    }

    @Test
    void a_function_that_does_not_end_is_none() {
        assertThatThrownBy(() -> code(MOV_X9_X30, NOP, ADD))
                .hasMessage("There is no ret within 12 bytes.");
    }

    private static Code code(String... words) {
        return Code.of(Bytes.parse(String.join("", words)));
    }
}
