package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MRS and MSR, PSTATE fields, hints, barriers, cache maintenance. */
class SystemTest {
    private static final long ANY = 0x0123_4567_89ab_cdefL;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xd51bd041 /* msr tpidr_el0, x1 */,
                0xd51bd061 /* msr tpidrro_el0, x1 */,
                0xd518d081 /* msr tpidr_el1, x1 */,
                0xd5184101 /* msr sp_el0, x1 */,
                0xd518d021 /* msr contextidr_el1, x1 */,
                0xd5184021 /* msr elr_el1, x1 */,
                0xd5184001 /* msr spsr_el1, x1 */,
                0xd5185201 /* msr esr_el1, x1 */,
                0xd5186001 /* msr far_el1, x1 */,
                0xd5182261 /* msr apdbkeyhi_el1, x1 */,
            })
    void a_register_holds_what_is_written_per_cpu_and_task(int msr) {
        Snippet snippet = new Snippet(msr, msr & ~0x1f | 0x200000);
        snippet.cpu.x(1, ANY);
        CpuState before = snippet.cpu.save();
        snippet.machine.run(snippet.cpu, 2);
        assertThat(snippet.cpu.x(0)).isEqualTo(ANY);

        CpuState after = snippet.cpu.save();
        snippet.cpu.restore(before);
        snippet.cpu.pc(Snippet.at(1));
        snippet.step();
        assertThat(snippet.cpu.x(0)).isNotEqualTo(ANY);
        snippet.cpu.restore(after);
        snippet.cpu.pc(Snippet.at(1));
        snippet.step();
        assertThat(snippet.cpu.x(0)).isEqualTo(ANY);
    }

    @Test
    void nzcv() {
        assertThat(Single.of(0xd53b4200, "mrs x0, nzcv").flags("NzCv").run().x(0))
                .isEqualTo(0xa000_0000L);
        assertThat(Single.of(0xd51b4200, "msr nzcv, x0").x(0, -1).run().flags()).isEqualTo("NZCV");
        assertThat(Single.of(0xd51b4200, "msr nzcv, x0").x(0, 0x4fff_ffffL).run().flags())
                .isEqualTo("nZcv");
    }

    @Test
    void the_state_at_first_is_el1_with_its_own_stack_pointer() {
        assertThat(new Machine(1).cpu(0).pstate()).isEqualTo(5);
        assertThat(Single.of(0xd5384240, "mrs x0, currentel").run().x(0)).isEqualTo(1 << 2);
        assertThat(Single.of(0xd5384200, "mrs x0, spsel").run().x(0)).isEqualTo(1);
    }

    @Test
    void daif() {
        Single set = Single.of(0xd50342df, "msr daifset, #0x2").run();
        assertThat(set.cpu().pstate()).isEqualTo(0x85);
        Snippet all =
                new Snippet(
                        0xd5034fdf /* msr daifset, #0xf */,
                        0xd53b4220 /* mrs x0, daif */,
                        0xd50343ff /* msr daifclr, #0x3 */,
                        0xd53b4221 /* mrs x1, daif */,
                        0xd51b4222 /* msr daif, x2 */);
        all.cpu.x(2, 0x1040);
        all.machine.run(all.cpu, 5);
        assertThat(all.cpu.x(0)).isEqualTo(0x3c0);
        assertThat(all.cpu.x(1)).isEqualTo(0x300);
        assertThat(all.cpu.pstate()).isEqualTo(0x45);
    }

    @Test
    void pan_uao_dit_ssbs() {
        assertThat(Single.of(0xd500419f, "msr pan, #0x1").run().cpu().pstate())
                .isEqualTo(1L << 22 | 5);
        assertThat(Single.of(0xd500417f, "msr uao, #0x1").run().cpu().pstate())
                .isEqualTo(1L << 23 | 5);
        assertThat(Single.of(0xd503415f, "msr dit, #0x1").run().cpu().pstate())
                .isEqualTo(1L << 24 | 5);
        assertThat(Single.of(0xd503413f, "msr ssbs, #0x1").run().cpu().pstate())
                .isEqualTo(1L << 12 | 5);
        assertThat(Single.of(0xd5184260, "msr pan, x0").x(0, 1L << 22).run().cpu().pstate())
                .isEqualTo(1L << 22 | 5);
    }

    @Test
    void pstate_keeps_the_fields_of_spsr() {
        Cpu cpu = new Machine(1).cpu(0);
        cpu.pstate(0x6140_0bc9L);
        assertThat(cpu.pstate()).isEqualTo(0x6140_0bc9L);
        assertThat(cpu.nzcv()).isEqualTo(0x6000_0000L);
        cpu.nzcv(-1);
        assertThat(cpu.pstate()).isEqualTo(0xf140_0bc9L);
        assertThatThrownBy(() -> cpu.pstate(0x10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The PSTATE 0x10 asks for AArch32, this machine has AArch64 only.");
    }

    @Test
    void time_is_the_number_of_instructions() {
        Snippet snippet = new Snippet(0xd503201f, 0xd503201f, 0xd53be040 /* mrs x0, cntvct_el0 */);
        snippet.machine.run(snippet.cpu, 3);
        assertThat(snippet.cpu.x(0)).isEqualTo(2);
    }

    @Test
    void cpus_can_be_told_apart() {
        Machine machine = new Machine(2);
        machine.memory().map("text", 0x1000, 0x1000, Permission.EXECUTE);
        machine.memory().patch(0x1000, Snippet.bytes(0xd53800a0 /* mrs x0, mpidr_el1 */));
        machine.cpu(1).pc(0x1000);
        machine.run(machine.cpu(1), 1);
        assertThat(machine.cpu(1).x(0)).isEqualTo(0x8000_0001L);
    }

    @Test
    void identification_says_what_is_there() {
        long isar0 = Single.of(0xd5380600, "mrs x0, id_aa64isar0_el1").run().x(0);
        assertThat(isar0 >> 20 & 15).as("Atomic").isEqualTo(2);
        assertThat(isar0 >> 16 & 15).as("CRC32").isEqualTo(1);
        assertThat(isar0 >> 4 & 15).as("AES").isZero();
        long isar1 = Single.of(0xd5380620, "mrs x0, id_aa64isar1_el1").run().x(0);
        assertThat(isar1 >> 8 & 15).as("API").isEqualTo(1);
        assertThat(Single.of(0xd5380420, "mrs x0, id_aa64pfr1_el1").run().x(0) & 15)
                .as("BT")
                .isEqualTo(1);
        long ctr = Single.of(0xd53b0020, "mrs x0, ctr_el0").run().x(0);
        assertThat(4L << (ctr >> 20 & 15)).as("ERG in bytes").isEqualTo(64);
        assertThat(Single.of(0xd53b00e0, "mrs x0, dczid_el0").run().x(0)).isEqualTo(4);
    }

    @Test
    void hints_and_barriers_change_nothing_but_the_pc() {
        int[] words = {
            0xd503201f /* nop */,
            0xd503203f /* yield */,
            0xd503205f /* wfe */,
            0xd503207f /* wfi */,
            0xd503209f /* sev */,
            0xd50320bf /* sevl */,
            0xd503221f /* esb */,
            0xd503229f /* csdb */,
            0xd503245f /* bti c */,
            0xd5032fff /* hint #0x7f */,
            0xd5033bbf /* dmb ish */,
            0xd5033f9f /* dsb sy */,
            0xd5033fdf /* isb */,
            0xd50330ff /* sb */,
            0xd5033f5f /* clrex */,
            0xd50b7b21 /* dc cvau, x1 */,
            0xd50b7521 /* ic ivau, x1 */,
            0xd508751f /* ic iallu */,
            0xd50b7e21 /* dc civac, x1 */,
            0xd50b7a21 /* dc cvac, x1 */,
        };
        for (int word : words) {
            Snippet snippet = new Snippet(word);
            CpuState before = snippet.cpu.save();
            assertThat(snippet.step()).as("%08x", word).isEqualTo(new Stop.Budget(1));
            snippet.cpu.pc(Snippet.TEXT);
            assertThat(snippet.cpu.save()).isEqualTo(before);
        }
    }

    @Test
    void dc_zva_clears_64_bytes_around_the_address() {
        Single done =
                Single.of(0xd50b7421, "dc zva, x1")
                        .x(1, Snippet.DATA + 0x7f)
                        .data(0x38, ANY)
                        .data(0x40, ANY)
                        .data(0x78, ANY)
                        .data(0x80, ANY)
                        .run();
        assertThat(done.data(0x38)).isEqualTo(ANY);
        assertThat(done.data(0x40)).isZero();
        assertThat(done.data(0x78)).isZero();
        assertThat(done.data(0x80)).isEqualTo(ANY);
        assertThat(Single.of(0xd50b7421, "dc zva, x1").x(1, Snippet.TEXT).fault().kind())
                .isEqualTo(FaultKind.WRITE_PERMISSION);
    }

    @Test
    void what_it_does_not_know_it_says() {
        Unsupported.because("system register s3_0_c2_c0_1", 0xd5382020 /* mrs x0, ttbr1_el1 */);
        Unsupported.because("system register s3_0_c1_c0_0", 0xd5181000 /* msr sctlr_el1, x0 */);
        Unsupported.because("a write to ctr_el0", 0xd51b0020);
        Unsupported.because("a write to currentel", 0xd5184240);
        Unsupported.because(
                "unknown",
                0xd508831f /* tlbi vmalle1is */,
                0xd5087800 /* at s1e1r, x0 */,
                0xd50040bf /* msr spsel, #0x0 */);
    }

    @Test
    void floating_point_control_keeps_the_fields_that_exist() {
        Snippet snippet =
                new Snippet(
                        0xd51b4400 /* msr fpcr, x0 */,
                        0xd53b4401 /* mrs x1, fpcr */,
                        0xd51b4420 /* msr fpsr, x0 */,
                        0xd53b4422 /* mrs x2, fpsr */);
        snippet.cpu.x(0, -1);
        snippet.machine.run(snippet.cpu, 4);
        assertThat(snippet.cpu.x(1)).as("AHP, DN, FZ, RMode, FZ16").isEqualTo(0x07c8_0000L);
        assertThat(snippet.cpu.x(2)).as("QC, IDC, IXC to IOC").isEqualTo(0x0800_009fL);
    }

    @Test
    void fields_of_pstate_are_registers_too() {
        long pan = 1L << 22;
        long uao = 1L << 23;
        long dit = 1L << 24;
        long ssbs = 1L << 12;
        Snippet snippet =
                new Snippet(
                        0xd5184280 /* msr uao, x0 */, 0xd5384261 /* mrs x1, pan */,
                        0xd5384282 /* mrs x2, uao */, 0xd51b42a0 /* msr dit, x0 */,
                        0xd53b42a3 /* mrs x3, dit */, 0xd51b42c0 /* msr ssbs, x0 */,
                        0xd53b42c4 /* mrs x4, ssbs */, 0xd53be005 /* mrs x5, cntfrq_el0 */,
                        0xd503405f /* msr dit, #0x0 */, 0xd51b42df /* msr ssbs, xzr */);
        snippet.cpu.x(0, -1);
        snippet.machine.run(snippet.cpu, 8);
        assertThat(snippet.cpu.pstate()).isEqualTo(uao | dit | ssbs | 5);
        assertThat(snippet.cpu.x(1)).isZero();
        assertThat(snippet.cpu.x(2)).isEqualTo(uao);
        assertThat(snippet.cpu.x(3)).isEqualTo(dit);
        assertThat(snippet.cpu.x(4)).isEqualTo(ssbs);
        assertThat(snippet.cpu.x(5)).isEqualTo(1_000_000_000L);
        snippet.machine.run(snippet.cpu, 2);
        assertThat(snippet.cpu.pstate()).isEqualTo(uao | 5);
        snippet.cpu.pstate(snippet.cpu.pstate() | pan);
        snippet.cpu.pc(Snippet.at(1));
        snippet.step();
        assertThat(snippet.cpu.x(1)).isEqualTo(pan);
    }
}
