package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.spi.Bytes;

class CodeTest {
    private static final String MOV_X9_X30 = "e9031eaa";
    private static final String NOP = "1f2003d5";
    private static final String ADD = "00040011";
    private static final String RET = "c0035fd6";
    private static final String BTI_C = "5f2403d5";
    private static final String CBZ_OVER_TWO = "600000b4";
    private static final String B_BACK = "ffffff17";
    private static final String PACIASP = "3f2303d5";
    private static final String STP_X27_X28 = "fb7305a9"; // [sp, #80]
    private static final String STP_X28_X27 = "fc6f05a9";
    private static final String STP_X25_X26 = "f96b04a9";
    private static final String BL = "01000094";

    @Test
    void a_function_starts_with_its_site_and_ends_with_its_ret() {
        assertThat(code(MOV_X9_X30, NOP, ADD, RET, NOP, RET)).contains(new Code(0, 16, false));
    }

    @Test
    void a_landing_pad_stands_before_the_site() {
        assertThat(code(BTI_C, NOP, NOP, ADD, RET)).contains(new Code(4, 20, false));
    }

    @Test
    void a_return_in_the_middle_is_not_the_end() {
        assertThat(code(NOP, NOP, CBZ_OVER_TWO, ADD, RET, ADD, RET, RET))
                .contains(new Code(0, 28, false));
    }

    @Test
    void a_function_may_end_in_a_jump_back() {
        assertThat(code(NOP, NOP, ADD, B_BACK, RET)).contains(new Code(0, 16, false));
    }

    @Test
    void of_a_longer_one_only_the_start_is_known() {
        assertThat(code(MOV_X9_X30, NOP, ADD)).contains(new Code(0, 12, false));
    }

    @Test
    void where_another_function_begins_this_one_has_ended() {
        assertThat(code(NOP, NOP, CBZ_OVER_TWO, ADD, BL, BTI_C, NOP, NOP, RET))
                .contains(new Code(0, 20, false));
        assertThat(code(NOP, NOP, CBZ_OVER_TWO, ADD, BL, NOP, NOP, PACIASP, RET))
                .contains(new Code(0, 20, false));
        assertThat(code(NOP, NOP, CBZ_OVER_TWO, ADD, BL, MOV_X9_X30, NOP, ADD, RET))
                .contains(new Code(0, 20, false));
        assertThat(code(NOP, NOP, CBZ_OVER_TWO, ADD, BL, NOP, NOP, ADD, RET))
                .contains(new Code(0, 36, false));
    }

    @Test
    void a_function_keeps_all_that_it_must_if_it_keeps_the_last() {
        assertThat(code(NOP, NOP, STP_X27_X28, RET)).contains(new Code(0, 16, true));
        assertThat(code(NOP, NOP, STP_X28_X27, RET)).contains(new Code(0, 16, true));
        assertThat(code(NOP, NOP, STP_X25_X26, RET)).contains(new Code(0, 16, false));
        assertThat(code(NOP, NOP, RET, STP_X27_X28)).contains(new Code(0, 12, false));
    }

    @Test
    void without_a_patch_site_nothing_can_be_hooked() {
        assertThat(code(ADD, NOP, RET)).isEmpty();
        assertThat(code(NOP, BL, RET)).isEmpty();
        assertThat(code(NOP)).isEmpty();
    }

    private static Optional<Code> code(String... words) {
        return Code.of(Bytes.parse(String.join("", words)));
    }
}
