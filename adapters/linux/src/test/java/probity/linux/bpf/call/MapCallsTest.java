package probity.linux.bpf.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import probity.linux.abi.Parcel;

class MapCallsTest {
    @Test
    void create_an_array_that_can_be_mapped() {
        Sent.is(
                MapCalls.createArray("log", 4096, 2048),
                0,
                """
                02 00 00 00 04 00 00 00 00 10 00 00 00 08 00 00
                00 04 00 00 00 00 00 00 00 00 00 00 6c 6f 67 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                """);
    }

    @Test
    void create_a_perf_event_array() {
        Sent.is(
                MapCalls.createPerfEventArray("samples", 2),
                0,
                """
                04 00 00 00 04 00 00 00 04 00 00 00 02 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 73 61 6d 70
                6c 65 73 00 00 00 00 00 00 00 00 00 00 00 00 00
                """);
    }

    @Test
    void create_a_map_of_programs() {
        Sent.is(
                MapCalls.createProgramArray("none"),
                0,
                """
                03 00 00 00 04 00 00 00 04 00 00 00 01 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 6e 6f 6e 65
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                """);
    }

    @Test
    void create_a_map_of_stacks() {
        Sent.is(
                MapCalls.createStackTrace("stacks", 1016, 256),
                0,
                """
                07 00 00 00 04 00 00 00 f8 03 00 00 00 01 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 73 74 61 63
                6b 73 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                """);
    }

    @Test
    void a_name_that_the_kernel_would_not_take() {
        assertThatThrownBy(() -> MapCalls.createArray("sixteen_letters_", 8, 1))
                .hasMessage(
                        "'sixteen_letters_' is too long for map_name of bpf_attr of"
                                + " BPF_MAP_CREATE, which takes 15 characters.");
    }

    @Test
    void look_up_a_value() {
        BpfCall call = MapCalls.lookup(5, 0x1234, 16);

        Sent.is(
                call,
                1,
                """
                05 00 00 00 00 00 00 00 20 10 00 00 00 00 00 00
                28 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                34 12 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00
                """);
        assertThat(call.attribute().size()).isEqualTo(32);
        assertThat(Parcel.of(call.attribute()).offsetOf(call.output().orElseThrow())).isEqualTo(40);
    }

    @Test
    void update_a_value() {
        Sent.is(
                MapCalls.updateDescriptor(4, 1, 9),
                2,
                """
                04 00 00 00 00 00 00 00 20 10 00 00 00 00 00 00
                28 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                01 00 00 00 00 00 00 00 09 00 00 00 00 00 00 00
                """);
    }
}
