package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEAT_BTI: which branch may land on what. */
class LandingPadTest {
    private static final int NOP = 0xd503201f;
    private static final int RET_X3 = 0xd65f0060 /* ret x3 */;

    /** The branch stands at 0, the landing pad at 1; afterwards the code goes on to the return. */
    private static Stop land(boolean guarded, int branch, int pad) {
        Snippet snippet =
                guarded ? Snippet.guarded(branch, pad, RET_X3) : new Snippet(branch, pad, RET_X3);
        for (int n : new int[] {1, 16, 17}) {
            snippet.cpu.x(n, Snippet.at(1));
        }
        snippet.cpu.x(3, Snippet.RETURN);
        if (branch == RET) {
            snippet.cpu.x(30, Snippet.at(1));
        }
        return snippet.run();
    }

    private static final int RET = 0xd65f03c0 /* ret */;

    private static int branch(String name) {
        switch (name) {
            case "br x1":
                return 0xd61f0020 /* br x1 */;
            case "br x16":
                return 0xd61f0200 /* br x16 */;
            case "br x17":
                return 0xd61f0220 /* br x17 */;
            case "blr x1":
                return 0xd63f0020 /* blr x1 */;
            case "blr x16":
                return 0xd63f0200 /* blr x16 */;
            case "ret":
                return RET;
            default:
                return 0x14000001 /* b 0x4 */;
        }
    }

    private static int pad(String name) {
        switch (name) {
            case "bti":
                return 0xd503241f /* bti */;
            case "bti c":
                return 0xd503245f /* bti c */;
            case "bti j":
                return 0xd503249f /* bti j */;
            case "bti jc":
                return 0xd50324df /* bti jc */;
            case "paciasp":
                return 0xd503233f /* paciasp */;
            case "pacibsp":
                return 0xd503237f /* pacibsp */;
            default:
                return NOP;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "br x1,   nop no, bti no, bti c no,  bti j yes, bti jc yes, paciasp no,  pacibsp no",
        "br x16,  nop no, bti no, bti c yes, bti j yes, bti jc yes, paciasp yes, pacibsp yes",
        "br x17,  nop no, bti no, bti c yes, bti j yes, bti jc yes, paciasp yes, pacibsp yes",
        "blr x1,  nop no, bti no, bti c yes, bti j no,  bti jc yes, paciasp yes, pacibsp yes",
        "blr x16, nop no, bti no, bti c yes, bti j no,  bti jc yes, paciasp yes, pacibsp yes",
        "ret,  nop yes, bti yes, bti c yes, bti j yes, bti jc yes, paciasp yes, pacibsp yes",
        "b,    nop yes, bti yes, bti c yes, bti j yes, bti jc yes, paciasp yes, pacibsp yes",
    })
    void in_guarded_text(
            String branch, String a, String b, String c, String d, String e, String f, String g) {
        for (String cell : new String[] {a, b, c, d, e, f, g}) {
            String name = cell.substring(0, cell.lastIndexOf(' '));
            Stop stop = land(true, branch(branch), pad(name));
            if (cell.endsWith(" yes")) {
                assertThat(stop).as("%s to %s", branch, name).isInstanceOf(Stop.Trapped.class);
            } else {
                assertThat(stop).as("%s to %s", branch, name).isInstanceOf(Stop.Fault.class);
                Stop.Fault fault = (Stop.Fault) stop;
                assertThat(fault.kind()).isEqualTo(FaultKind.BTI);
                assertThat(fault.pc()).isEqualTo(Snippet.at(1));
            }
        }
    }

    @Test
    void text_that_is_not_guarded_needs_no_pad() {
        for (String branch : new String[] {"br x1", "br x16", "blr x1"}) {
            assertThat(land(false, branch(branch), NOP)).isInstanceOf(Stop.Trapped.class);
        }
    }

    /** From text that is not guarded, br counts as BTYPE 1 whatever its register is. */
    @Test
    void a_jump_from_unguarded_text_may_land_where_a_call_may() {
        assertThat(fromOutside(0xd61f0020 /* br x1 */, pad("paciasp")))
                .isInstanceOf(Stop.Trapped.class);
        assertThat(fromOutside(0xd61f0020 /* br x1 */, pad("bti c")))
                .isInstanceOf(Stop.Trapped.class);
        assertThat(fromOutside(0xd61f0020 /* br x1 */, NOP)).isInstanceOf(Stop.Fault.class);
        assertThat(fromOutside(0xd63f0020 /* blr x1 */, NOP)).isInstanceOf(Stop.Fault.class);
    }

    private static Stop fromOutside(int branch, int pad) {
        Snippet snippet = Snippet.guarded(pad, RET_X3);
        long outside = Snippet.TEXT + 0x100000;
        snippet.machine.memory().map("outside", outside, 0x1000, Permission.EXECUTE);
        snippet.machine.memory().patch(outside, Snippet.bytes(branch));
        snippet.cpu.x(1, Snippet.TEXT);
        snippet.cpu.x(3, Snippet.RETURN);
        snippet.cpu.pc(outside);
        return snippet.run();
    }

    @Test
    void the_fault_names_branch_and_place() {
        Stop.Fault fault = (Stop.Fault) land(true, branch("blr x1"), NOP);

        assertThat(fault.text())
                .isEqualTo(
                        "An indirect call (BTYPE 2) landed at 0xffff800008010004 on 0xd503201f,"
                                + " which is no landing pad for it, at 0xffff800008010004.");
    }

    @Test
    void a_handler_at_the_target_that_moves_the_pc_has_no_pad_to_land_on() {
        Snippet snippet = Snippet.guarded(0xd63f0020 /* blr x1 */, NOP, RET_X3);
        snippet.cpu.x(1, Snippet.at(1));
        snippet.cpu.x(3, Snippet.RETURN);
        snippet.machine.trapAt(
                Snippet.at(1),
                cpu -> {
                    assertThat(cpu.pstate() >> 10 & 3).isEqualTo(2);
                    cpu.pc(Snippet.at(2));
                    return TrapHandler.Next.RESUME;
                });

        assertThat(snippet.run()).isEqualTo(new Stop.Trapped(Snippet.RETURN));
    }

    @Test
    void a_breakpoint_comes_before_the_check() {
        Snippet snippet = Snippet.guarded(0xd63f0020 /* blr x1 */, 0xd4200080 /* brk #0x4 */);
        snippet.cpu.x(1, Snippet.at(1));
        snippet.machine.onBreak(4, cpu -> TrapHandler.Next.STOP);

        assertThat(snippet.run()).isEqualTo(new Stop.Trapped(Snippet.at(1)));
    }

    @Test
    void the_branch_type_is_gone_after_one_instruction() {
        Snippet snippet =
                Snippet.guarded(0xd63f0020 /* blr x1 */, 0xd503245f /* bti c */, NOP, RET_X3);
        snippet.cpu.x(1, Snippet.at(1));
        snippet.cpu.x(3, Snippet.RETURN);

        assertThat(snippet.run()).isInstanceOf(Stop.Trapped.class);
        assertThat(snippet.cpu.pstate() >> 10 & 3).isZero();
    }
}
