package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchTest {
    private static final int NOP = 0xd503201f;

    private static long target(int word) {
        Snippet snippet = new Snippet(word);
        snippet.step();
        return snippet.cpu.pc() - Snippet.TEXT;
    }

    @Test
    void b_and_bl_reach_128_mebibytes_both_ways() {
        assertThat(target(0x15ffffff /* b 0x7fffffc */)).isEqualTo(0x7fffffc);
        assertThat(target(0x16000000)).isEqualTo(-0x8000000);
        Snippet call = new Snippet(0x94000040 /* bl 0x100 */);
        call.step();
        assertThat(call.cpu.pc()).isEqualTo(Snippet.TEXT + 0x100);
        assertThat(call.cpu.x(30)).isEqualTo(Snippet.TEXT + 4);
    }

    @Test
    void conditional_branches_reach_1_mebibyte_both_ways() {
        assertThat(target(0x547fffee /* b.al 0xffffc */)).isEqualTo(0xffffc);
        assertThat(target(0x5480000e)).isEqualTo(-0x100000);
    }

    @Test
    void cbz_and_cbnz_look_at_the_width_of_the_register() {
        long upper = 0x1_0000_0000L;
        assertThat(after(0xb4000201 /* cbz x1, 0x40 */, upper)).isEqualTo(4);
        assertThat(after(0x34000201 /* cbz w1, 0x40 */, upper)).isEqualTo(0x40);
        assertThat(after(0xb5000201 /* cbnz x1, 0x40 */, upper)).isEqualTo(0x40);
        assertThat(after(0x35000201 /* cbnz w1, 0x40 */, upper)).isEqualTo(4);
        assertThat(after(0xb400021f /* cbz xzr, 0x40 */, 1)).isEqualTo(0x40);
        assertThat(after(0xb4800001, 0)).isEqualTo(-0x100000);
    }

    @Test
    void tbz_and_tbnz_test_any_of_64_bits() {
        for (int bit = 0; bit < 64; bit++) {
            int field = (bit >> 5) << 31 | (bit & 31) << 19;
            int tbz = 0x36000201 | field;
            int tbnz = 0x37000201 | field;
            assertThat(after(tbz, 1L << bit)).isEqualTo(4);
            assertThat(after(tbz, ~(1L << bit))).isEqualTo(0x40);
            assertThat(after(tbnz, 1L << bit)).isEqualTo(0x40);
            assertThat(after(tbnz, ~(1L << bit))).isEqualTo(4);
        }
        assertThat(after(0x36040001, 0)).isEqualTo(-0x8000);
    }

    private static long after(int word, long x1) {
        Snippet snippet = new Snippet(word);
        snippet.cpu.x(1, x1);
        snippet.step();
        return snippet.cpu.pc() - Snippet.TEXT;
    }

    @Test
    void indirect_branches() {
        Single jump = Single.of(0xd61f0020, "br x1").x(1, 0x1000).x(30, 7).run();
        assertThat(jump.pc()).isEqualTo(0x1000);
        assertThat(jump.x(30)).isEqualTo(7);
        Single call = Single.of(0xd63f03c0, "blr x30").x(30, 0x1000).run();
        assertThat(call.pc()).isEqualTo(0x1000);
        assertThat(call.x(30)).isEqualTo(Snippet.TEXT + 4);
        assertThat(Single.of(0xd65f00a0, "ret x5").x(5, 0x2000).run().pc()).isEqualTo(0x2000);
    }

    @Test
    void a_branch_to_nothing_faults_there() {
        Snippet snippet = new Snippet(0xd61f0020 /* br x1 */);
        snippet.cpu.x(1, 0x1000);

        Stop.Fault fault = (Stop.Fault) snippet.run();

        assertThat(fault.kind()).isEqualTo(FaultKind.INSTRUCTION_FETCH);
        assertThat(fault.pc()).isEqualTo(0x1000);
        assertThat(fault.text())
                .isEqualTo("A fetch of 4 bytes at 0x1000 hits no mapped memory, at 0x1000.");
    }

    @Test
    void calls_with_a_misaligned_sp_are_told() {
        Snippet snippet = new Snippet(0x94000001 /* bl 0x4 */, NOP, 0xd63f0020 /* blr x1 */, NOP);
        List<Long> calls = new ArrayList<>();
        snippet.machine.onMisalignedCall(cpu -> calls.add(cpu.pc()));
        snippet.cpu.x(1, Snippet.at(3));
        snippet.machine.run(snippet.cpu, 2);
        assertThat(calls).isEmpty();

        snippet.cpu.sp(snippet.stack.top() - 8);
        snippet.cpu.pc(Snippet.TEXT);
        snippet.machine.run(snippet.cpu, 4);
        assertThat(calls).containsExactly(Snippet.at(0), Snippet.at(2));
    }

    @Test
    void exceptions_and_unallocated_words_are_refused() {
        Unsupported.because(
                "exception-generating",
                0xd4000001 /* svc #0x0 */,
                0xd4000002 /* hvc #0x0 */,
                0xd4000003 /* smc #0x0 */,
                0xd4400000 /* hlt #0x0 */);
        Unsupported.because("udf", 0, 0x1234);
        Unsupported.because(
                "unallocated",
                0x54000010,
                0xd61f0001,
                0xd61e0000,
                0xd69f03e0 /* eret */,
                0xd6bf03e0 /* drps */);
    }
}
