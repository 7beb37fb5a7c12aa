package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeNamesTest {
    private static final String KALLSYMS =
            """
            ffff800080010000 T _text
            ffff800080051bc8 t __kretprobe_trampoline
            ffff800080051c40 T next
            ffff800081000000 D some_data
            ffff800082000000 t bpf_prog_59f4a931744dcdc6_trigger\t[bpf]
            """;

    private int reads;
    private final CodeNames names =
            new CodeNames(
                    () -> {
                        reads++;
                        return KALLSYMS;
                    });

    @Test
    void anAddressInCodeHasANameWithItsOffset() {
        assertThat(names.of(Set.of(0xffff800080051bc8L, 0xffff800080051bccL)))
                .isEqualTo(
                        Map.of(
                                0xffff800080051bc8L, "__kretprobe_trampoline",
                                0xffff800080051bccL, "__kretprobe_trampoline+0x4"));
    }

    @Test
    void whatIsNotInTheKernelsCodeHasNone() {
        assertThat(names.of(Set.of(0L, 0xffff800081000000L, 0xffff800082000004L, -1L))).isEmpty();
    }

    @Test
    void theKernelIsAskedOnce() {
        assertThat(reads).isZero();

        names.of(Set.of(1L));
        names.of(Set.of(2L));

        assertThat(reads).isEqualTo(1);
    }
}
