package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example of the package's documentation. */
class ExampleTest {
    @Test
    void runs_a_piece_of_code_to_its_return() {
        byte[] code = Snippet.bytes(0xd2800540 /* mov x0, #42 */, 0xd65f03c0 /* ret */);

        Machine machine = new Machine(1);
        machine.memory().map("text", 0x10000, 0x1000, Permission.READ, Permission.EXECUTE);
        machine.memory().patch(0x10000, code);
        Stack stack = machine.memory().mapStack("task 1", 0x4000);
        Cpu cpu = machine.cpu(0);
        cpu.sp(stack.top());
        cpu.pc(0x10000);
        machine.trapAt(0x2000, c -> TrapHandler.Next.STOP);
        cpu.x(30, 0x2000);
        Stop stop = machine.run(cpu, 10_000);

        assertThat(stop).isEqualTo(new Stop.Trapped(0x2000));
        assertThat(stop.text()).isEqualTo("A trap handler stopped the run at 0x2000.");
        assertThat(cpu.x(0)).isEqualTo(42);
    }

    @Test
    void a_budget_says_how_large_it_was() {
        Snippet snippet = new Snippet(0x14000000 /* b . */);

        assertThat(snippet.machine.run(snippet.cpu, 7).text())
                .isEqualTo("The run used up its budget of 7 instructions.");
    }
}
