package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import probity.machine.TrapHandler.Next;

/** Traps at addresses and on brk. */
class TrapTest {
    private static final int NOP = 0xd503201f;
    private static final int RET = 0xd65f03c0;
    private static final int BRK_7 = 0xd42000e0;
    private static final int SUBS_X0_X0_1 = 0xf1000400;
    private static final int B_NE_BACK = 0x54ffffe1;
    private static final int MOV_X0_5 = 0xd28000a0;

    @Test
    void a_trap_is_called_before_its_instruction_which_then_executes_once() {
        Snippet s = new Snippet(NOP, MOV_X0_5, RET);
        List<Long> seen = new ArrayList<>();
        s.machine.trapAt(
                Snippet.at(1),
                cpu -> {
                    seen.add(cpu.x(0));
                    return Next.RESUME;
                });

        s.run();

        assertThat(seen).containsExactly(0L);
        assertThat(s.cpu.x(0)).isEqualTo(5);
    }

    @Test
    void a_trap_on_an_instruction_already_executed_is_seen_at_once() {
        Snippet s = new Snippet(SUBS_X0_X0_1, B_NE_BACK, RET);
        s.cpu.x(0, 3);
        s.run();
        List<Long> seen = new ArrayList<>();
        TrapHandler count =
                cpu -> {
                    seen.add(cpu.x(0));
                    return Next.RESUME;
                };
        s.machine.trapAt(Snippet.TEXT, count);

        s.cpu.x(0, 2);
        s.cpu.pc(Snippet.TEXT);
        s.run();

        assertThat(seen).containsExactly(2L, 1L);
    }

    @Test
    void several_traps_run_in_the_order_of_registration_until_one_moves_the_pc() {
        Snippet s = new Snippet(NOP, RET);
        StringBuilder order = new StringBuilder();
        s.machine.trapAt(Snippet.TEXT, note(order, "a", 0));
        s.machine.trapAt(Snippet.TEXT, note(order, "b", 4));
        s.machine.trapAt(Snippet.TEXT, note(order, "c", 0));

        s.run();

        assertThat(order).hasToString("ab");
        assertThat(s.cpu.counters().instructions()).isEqualTo(1);
    }

    private static TrapHandler note(StringBuilder order, String name, int step) {
        return cpu -> {
            order.append(name);
            if (step != 0) {
                cpu.pc(cpu.pc() + step);
            }
            return Next.RESUME;
        };
    }

    @Test
    void a_trap_needs_no_memory_when_it_moves_the_pc() {
        Snippet s = new Snippet(RET);
        long function = 0xffff_8000_1234_0000L;
        s.machine.trapAt(
                function,
                cpu -> {
                    cpu.x(0, 42);
                    cpu.pc(cpu.x(30));
                    return Next.RESUME;
                });
        s.cpu.pc(function);

        assertThat(s.run()).isEqualTo(new Stop.Trapped(Snippet.RETURN));
        assertThat(s.cpu.x(0)).isEqualTo(42);
    }

    @Test
    void a_trap_may_run_the_machine_itself() {
        Snippet s = new Snippet(MOV_X0_5, RET, SUBS_X0_X0_1, B_NE_BACK, RET);
        s.machine.trapAt(
                Snippet.at(1),
                cpu -> {
                    CpuState outer = cpu.save();
                    cpu.x(0, 7);
                    cpu.pc(Snippet.at(2));
                    Stop inner = s.machine.run(cpu, 100);
                    assertThat(inner).isEqualTo(new Stop.Trapped(Snippet.RETURN));
                    assertThat(cpu.x(0)).isZero();
                    cpu.restore(outer);
                    return Next.RESUME;
                });

        assertThat(s.run()).isEqualTo(new Stop.Trapped(Snippet.RETURN));
        assertThat(s.cpu.x(0)).isEqualTo(5);
    }

    @Test
    void two_traps_that_send_the_pc_to_each_other_use_up_the_budget() {
        Snippet s = new Snippet(NOP);
        s.machine.trapAt(0x1000, cpu -> jump(cpu, 0x2000));
        s.machine.trapAt(0x2000, cpu -> jump(cpu, 0x1000));
        s.cpu.pc(0x1000);

        assertThat(s.machine.run(s.cpu, 50)).isInstanceOf(Stop.Budget.class);
    }

    private static Next jump(Cpu cpu, long to) {
        cpu.pc(to);
        return Next.RESUME;
    }

    @Test
    void a_break_goes_to_its_handler_with_the_pc_at_it() {
        Snippet s = new Snippet(BRK_7, RET);
        s.machine.onBreak(
                7,
                cpu -> {
                    assertThat(cpu.pc()).isEqualTo(Snippet.TEXT);
                    return jump(cpu, cpu.pc() + 4);
                });

        assertThat(s.run()).isEqualTo(new Stop.Trapped(Snippet.RETURN));
    }

    @Test
    void a_break_that_nobody_handles_is_a_fault() {
        Snippet s = new Snippet(BRK_7);
        s.machine.symbols().define("trampoline", Snippet.TEXT, 0x20);

        Stop.Fault fault = (Stop.Fault) s.run();

        assertThat(fault.kind()).isEqualTo(FaultKind.BREAK);
        assertThat(fault.text())
                .isEqualTo("Nobody handles brk #0x7, at trampoline+0x0/0x20 (0xffff800008010000).");
    }

    @Test
    void a_break_whose_handler_leaves_the_pc_is_a_fault() {
        Snippet s = new Snippet(BRK_7);
        s.machine.onBreak(7, cpu -> Next.RESUME);

        assertThat(((Stop.Fault) s.run()).text())
                .isEqualTo("The handler of brk #0x7 left the pc at it, at 0xffff800008010000.");
    }

    @Test
    void an_exception_of_a_handler_comes_out_of_the_run() {
        Snippet s = new Snippet(NOP);
        s.machine.trapAt(
                Snippet.TEXT,
                cpu -> {
                    throw new IllegalStateException("mine");
                });

        assertThatThrownBy(s::run).isInstanceOf(IllegalStateException.class).hasMessage("mine");
    }

    @Test
    void a_memory_fault_of_a_handler_is_no_fault_of_the_guest() {
        Snippet s = new Snippet(NOP);
        s.machine.trapAt(
                Snippet.TEXT,
                cpu -> {
                    s.machine.memory().readLong(0);
                    return Next.RESUME;
                });

        assertThatThrownBy(s::run)
                .isInstanceOf(MemoryFault.class)
                .hasMessage("A load of 8 bytes at 0x0 hits no mapped memory.");
    }

    @Test
    void a_break_is_an_instruction_like_others_for_budget_counters_and_trace() {
        Snippet s = new Snippet(BRK_7, RET);
        s.machine.onBreak(7, cpu -> jump(cpu, cpu.pc()));
        s.machine.onBreak(7, cpu -> jump(cpu, cpu.pc() + 4));

        assertThat(s.machine.run(s.cpu, 1)).isEqualTo(new Stop.Budget(1));
        assertThat(s.cpu.pc()).isEqualTo(Snippet.at(1));
        assertThat(s.cpu.counters().instructions()).isEqualTo(1);
        assertThat(s.machine.trace().last(5))
                .containsExactly(new Trace.Entry(0, Snippet.TEXT, BRK_7));
    }

    @Test
    void code_in_a_page_that_is_unmapped_and_mapped_anew_is_read_anew() {
        Snippet s = new Snippet(MOV_X0_5, RET);
        s.run();
        Memory memory = s.machine.memory();
        memory.unmap(memory.regionAt(Snippet.TEXT).get());
        memory.map("text", Snippet.TEXT, Memory.PAGE_SIZE, Permission.EXECUTE);
        memory.patch(Snippet.TEXT, Snippet.bytes(NOP, RET));
        s.cpu.x(0, 1);
        s.cpu.pc(Snippet.TEXT);
        s.run();

        assertThat(s.cpu.x(0)).isEqualTo(1);
    }
}
