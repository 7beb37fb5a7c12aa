package probity.linux.bpf.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import probity.linux.abi.MalformedException;
import probity.linux.abi.Parcel;

class InfoCallsTest {
    @Test
    void of_a_link() {
        BpfCall call = InfoCalls.link(8);

        Sent.is(
                call,
                15,
                """
                08 00 00 00 30 00 00 00 10 10 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                """);
        byte[] info = new byte[48];
        info[32] = 3;
        assertThat(InfoCalls.missed(info)).isEqualTo(3);
    }

    @Test
    void of_a_program() {
        BpfCall call = InfoCalls.program(8);

        assertThat(Arrays.copyOf(Parcel.of(call.attribute()).at(0x1000), 16))
                .containsExactly(8, 0, 0, 0, (byte) 216, 0, 0, 0, 0x10, 0x10, 0, 0, 0, 0, 0, 0);
        byte[] info = new byte[216];
        info[208] = 5;
        assertThat(InfoCalls.recursionMisses(info)).isEqualTo(5);
    }

    @Test
    void a_kernel_that_tells_less() {
        assertThatThrownBy(() -> InfoCalls.missed(new byte[32]))
                .isInstanceOf(MalformedException.class)
                .hasMessage(
                        "The field kprobe_multi.missed of struct bpf_link_info of a multi-kprobe"
                                + " ends at byte 40, but there are 32 bytes.");
    }
}
