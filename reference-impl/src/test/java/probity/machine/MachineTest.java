package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs, their ends, and patched text. */
class MachineTest {
    private static final int NOP = 0xd503201f;
    private static final int RET = 0xd65f03c0;
    private static final int SUBS_X0_X0_1 = 0xf1000400;
    private static final int B_NE_BACK = 0x54ffffe1;
    private static final int B_SELF = 0x14000000;
    private static final int LDR_X1_AT_X0 = 0xf9400001;
    private static final int STR_X1_AT_X0 = 0xf9000001;
    private static final int FADD = 0x1e622820;
    private static final int MOV_X0_5 = 0xd28000a0;

    @Test
    void a_loop_runs_to_its_return() {
        Snippet s = new Snippet(SUBS_X0_X0_1, B_NE_BACK, RET);
        s.cpu.x(0, 10);

        assertThat(s.run()).isEqualTo(new Stop.Trapped(Snippet.RETURN));
        assertThat(s.cpu.x(0)).isZero();
        assertThat(s.cpu.counters().instructions()).isEqualTo(21);
    }

    @Test
    void a_runaway_ends_with_its_budget_and_can_go_on() {
        Snippet s = new Snippet(B_SELF);

        assertThat(s.machine.run(s.cpu, 1000)).isEqualTo(new Stop.Budget(1000));
        assertThat(s.cpu.pc()).isEqualTo(Snippet.TEXT);
        assertThat(s.machine.run(s.cpu, 5)).isEqualTo(new Stop.Budget(5));
        assertThat(s.cpu.counters().instructions()).isEqualTo(1005);
    }

    @Test
    void a_load_that_hits_nothing_leaves_everything_as_it_was() {
        Snippet s = new Snippet(NOP, LDR_X1_AT_X0);
        s.cpu.x(0, 0x10);
        s.cpu.x(1, 99);

        Stop.Fault fault = (Stop.Fault) s.run();

        assertThat(fault.kind()).isEqualTo(FaultKind.DATA_READ);
        assertThat(fault.address()).isEqualTo(0x10);
        assertThat(fault.pc()).isEqualTo(Snippet.at(1)).isEqualTo(s.cpu.pc());
        assertThat(fault.text())
                .isEqualTo(
                        "A load of 8 bytes at 0x10 hits no mapped memory, at 0xffff800008010004.");
        assertThat(s.cpu.x(1)).isEqualTo(99);
        assertThat(s.cpu.counters().instructions()).isEqualTo(1);
    }

    @Test
    void text_cannot_be_written() {
        Snippet s = new Snippet(STR_X1_AT_X0);
        s.cpu.x(0, Snippet.TEXT);

        assertThat(((Stop.Fault) s.run()).kind()).isEqualTo(FaultKind.WRITE_PERMISSION);
    }

    @Test
    void data_cannot_be_executed() {
        Snippet s = new Snippet(NOP);
        s.cpu.pc(Snippet.DATA);

        Stop.Fault fault = (Stop.Fault) s.run();

        assertThat(fault.kind()).isEqualTo(FaultKind.EXECUTE_PERMISSION);
        assertThat(fault.pc()).isEqualTo(Snippet.DATA);
    }

    @Test
    void a_misaligned_pc_is_a_fault() {
        Snippet s = new Snippet(NOP);
        s.cpu.pc(Snippet.TEXT + 2);

        assertThat(((Stop.Fault) s.run()).kind()).isEqualTo(FaultKind.PC_ALIGNMENT);
    }

    @Test
    void an_unknown_instruction_is_named_not_guessed() {
        Snippet s = new Snippet(NOP, FADD);
        s.machine.symbols().define("f", Snippet.TEXT, 8);

        Stop.Unsupported stop = (Stop.Unsupported) s.run();

        assertThat(stop.word()).isEqualTo(FADD);
        assertThat(stop.pc()).isEqualTo(Snippet.at(1));
        assertThat(stop.text())
                .startsWith("The word 0x1e622820 is not supported by this machine (")
                .endsWith(", at f+0x4/0x8 (0xffff800008010004).");
    }

    @Test
    void patched_text_is_executed_the_next_time() {
        Snippet s = new Snippet(NOP, RET);
        s.run();
        s.machine.memory().patch(Snippet.TEXT, Snippet.bytes(MOV_X0_5));
        s.cpu.pc(Snippet.TEXT);
        s.run();

        assertThat(s.cpu.x(0)).isEqualTo(5);
    }

    @Test
    void state_can_be_saved_and_restored_on_another_cpu() {
        Machine machine = new Machine(2);
        Cpu first = machine.cpu(0);
        for (int n = 0; n < 31; n++) {
            first.x(n, 100 + n);
        }
        first.sp(0x1000);
        first.pc(0x2000);
        first.pstate(0x6000_03c5L);
        first.v(31, 7, 8);

        CpuState saved = first.save();
        machine.cpu(1).restore(saved);

        assertThat(machine.cpu(1).save()).isEqualTo(saved);
        assertThat(machine.cpu(1).x(30)).isEqualTo(130);
        assertThat(machine.cpu(1).pstate()).isEqualTo(0x6000_03c5L);
        assertThat(machine.cpu(1).vHigh(31)).isEqualTo(7);
        first.x(0, 0);
        assertThat(saved.x(0)).isEqualTo(100);
    }
}
