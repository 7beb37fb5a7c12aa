package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CpuTest {
    private final Cpu cpu = new Machine(1).cpu(0);

    @Test
    void registers_that_do_not_exist_are_named() {
        assertThatThrownBy(() -> cpu.x(31)).hasMessage("There is no register x31.");
        assertThatThrownBy(() -> cpu.x(-1, 0)).hasMessage("There is no register x-1.");
        assertThatThrownBy(() -> cpu.vLow(32)).hasMessage("There is no register v32.");
        assertThatThrownBy(() -> cpu.save().x(31)).hasMessage("There is no register x31.");
        assertThatThrownBy(() -> new Machine(0))
                .hasMessage("A machine has at least one CPU, not 0.");
    }

    @Test
    void all_registers_are_apart() {
        for (int n = 0; n < Cpu.GENERAL; n++) {
            cpu.x(n, n + 1);
        }
        cpu.sp(100);
        cpu.pc(200);
        for (int n = 0; n < Cpu.VECTORS; n++) {
            cpu.v(n, 1000 + n, 2000 + n);
        }
        for (int n = 0; n < Cpu.GENERAL; n++) {
            assertThat(cpu.x(n)).isEqualTo(n + 1);
        }
        CpuState state = cpu.save();
        for (int n = 0; n < Cpu.VECTORS; n++) {
            assertThat(cpu.vHigh(n)).isEqualTo(1000 + n).isEqualTo(state.vHigh(n));
            assertThat(cpu.vLow(n)).isEqualTo(2000 + n).isEqualTo(state.vLow(n));
        }
        assertThat(state.sp()).isEqualTo(100);
        assertThat(state.pc()).isEqualTo(200);
        assertThat(state.x(30)).isEqualTo(31);
        assertThat(state).hasToString("pc 0xc8 sp 0x64 lr 0x1f pstate 0x5");
    }

    @Test
    void states_are_equal_when_every_register_is() {
        CpuState before = cpu.save();
        assertThat(cpu.save()).isEqualTo(before).hasSameHashCodeAs(before);
        cpu.v(31, 1, 0);
        assertThat(cpu.save()).isNotEqualTo(before);
        cpu.restore(before);
        cpu.nzcv(1L << 31);
        assertThat(cpu.save()).isNotEqualTo(before);
        cpu.restore(before);
        assertThat(cpu.save()).isEqualTo(before);
    }

    @Test
    void counters_count_accesses_and_bytes() {
        Snippet snippet =
                new Snippet(
                        0xa9bf7bfd /* stp x29, x30, [sp, #-16]! */,
                        0x394003e0 /* ldrb w0, [sp] */,
                        0xad4007e0 /* ldp q0, q1, [sp] */,
                        0xb82183e2 /* swp w1, w2, [sp] */,
                        0xd503201f /* nop */);
        snippet.cpu.sp(Snippet.DATA + 64);
        Counters before = snippet.cpu.counters();
        snippet.machine.run(snippet.cpu, 1);
        assertThat(snippet.cpu.counters().minus(before)).isEqualTo(new Counters(1, 0, 2, 0, 16));
        before = snippet.cpu.counters();
        snippet.machine.run(snippet.cpu, 4);
        assertThat(snippet.cpu.counters().minus(before))
                .isEqualTo(new Counters(4, 4, 1, 1 + 32 + 4, 4));
    }
}
