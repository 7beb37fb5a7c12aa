package probity.linux.bpf.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import probity.linux.abi.Parcel;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.Program;
import probity.linux.bpf.Register;

class ProgramCallsTest {
    private static final Program NOTHING = new Assembler().move(Register.R0, 0).exit().program();

    @Test
    void load_for_a_multi_kprobe_link() {
        Sent.is(
                ProgramCalls.load("A", NOTHING, AttachType.MULTI),
                5,
                """
                02 00 00 00 02 00 00 00 78 10 00 00 00 00 00 00
                88 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                41 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 2a 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 b7 00 00 00 00 00 00 00
                95 00 00 00 00 00 00 00 47 50 4c 00 00 00 00 00
                """);
    }

    @Test
    void load_for_a_session_and_for_perf_events() {
        assertThat(memory(ProgramCalls.load("A", NOTHING, AttachType.SESSION))[68])
                .isEqualTo((byte) 56);
        assertThat(memory(ProgramCalls.load("A", NOTHING, AttachType.NONE))[68])
                .isEqualTo((byte) 0);
    }

    @Test
    void load_a_trigger() {
        Sent.is(
                ProgramCalls.loadTrigger("trigger", 63918),
                5,
                """
                1a 00 00 00 02 00 00 00 78 10 00 00 00 00 00 00
                88 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                74 72 69 67 67 65 72 00 00 00 00 00 00 00 00 00
                00 00 00 00 18 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 ae f9 00 00
                00 00 00 00 00 00 00 00 b7 00 00 00 00 00 00 00
                95 00 00 00 00 00 00 00 47 50 4c 00 00 00 00 00
                """);
    }

    @Test
    void load_for_a_tracepoint() {
        byte[] memory = memory(ProgramCalls.loadForTracepoint("A", NOTHING));

        assertThat(memory).hasSize(memory(ProgramCalls.load("A", NOTHING, AttachType.NONE)).length);
        assertThat(memory[0]).isEqualTo((byte) 17);
        assertThat(memory[68]).isEqualTo((byte) 0);
    }

    @Test
    void load_again_with_a_log() {
        BpfCall call = ProgramCalls.explain("A", NOTHING, AttachType.MULTI);
        byte[] memory = memory(call);

        assertThat(Arrays.copyOfRange(memory, 24, 40))
                .containsExactly(4, 0, 0, 0, 0, 8, 0, 0, (byte) 0x90, 0x10, 0, 0, 0, 0, 0, 0);
        assertThat(call.output().orElseThrow().size()).isEqualTo(0x800);
        assertThat(Parcel.of(call.attribute()).offsetOf(call.output().orElseThrow()))
                .isEqualTo(0x90);
    }

    @Test
    void a_log_ends_at_its_nul() {
        assertThat(ProgramCalls.log("R1 !read_ok\n\0rest".getBytes())).isEqualTo("R1 !read_ok\n");
        assertThat(ProgramCalls.log("cut".getBytes())).isEqualTo("cut");
    }

    @Test
    void run_a_trigger() {
        BpfCall call = ProgramCalls.testRun(7);

        assertThat(call.command()).isEqualTo(10);
        assertThat(memory(call)).hasSize(80).startsWith(7, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(call.output()).contains(call.attribute());
        byte[] after = memory(call);
        after[4] = 3;
        assertThat(ProgramCalls.returned(after)).isEqualTo(3);
    }

    private static byte[] memory(BpfCall call) {
        return Parcel.of(call.attribute()).at(0x1000);
    }
}
