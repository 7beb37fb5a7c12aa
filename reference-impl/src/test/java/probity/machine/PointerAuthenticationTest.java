package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FEAT_PAuth: what the manual's AddPAC, Auth and Strip promise of any algorithm. */
class PointerAuthenticationTest {
    private static final long KERNEL = 0xffff_8000_0812_3456L;
    private static final long USER = 0x0000_7fff_0812_3456L;
    private static final long MODIFIER = 0xffff_8000_1000_0040L;
    private static final long CODE = 0xff7f_0000_0000_0000L;

    private static long two(int word, String text, long pointer, long modifier) {
        return Single.of(word, text).x(0, pointer).x(1, modifier).run().x(0);
    }

    @Test
    void a_signed_pointer_keeps_its_address_and_bit_55() {
        for (long pointer : new long[] {KERNEL, USER}) {
            long signed = two(0xdac10020, "pacia x0, x1", pointer, MODIFIER);
            assertThat(signed & ~CODE).isEqualTo(pointer & ~CODE);
            assertThat(signed).isNotEqualTo(pointer);
        }
    }

    @Test
    void authentication_undoes_signing_with_the_same_key_and_modifier() {
        for (long pointer : new long[] {KERNEL, USER, 0}) {
            assertThat(
                            two(
                                    0xdac11020,
                                    "autia x0, x1",
                                    two(0xdac10020, "pacia x0, x1", pointer, 9),
                                    9))
                    .isEqualTo(pointer);
            assertThat(
                            two(
                                    0xdac11420,
                                    "autib x0, x1",
                                    two(0xdac10420, "pacib x0, x1", pointer, 9),
                                    9))
                    .isEqualTo(pointer);
            assertThat(
                            two(
                                    0xdac11820,
                                    "autda x0, x1",
                                    two(0xdac10820, "pacda x0, x1", pointer, 9),
                                    9))
                    .isEqualTo(pointer);
            assertThat(
                            two(
                                    0xdac11c20,
                                    "autdb x0, x1",
                                    two(0xdac10c20, "pacdb x0, x1", pointer, 9),
                                    9))
                    .isEqualTo(pointer);
            assertThat(two(0xdac133e0, "autiza x0", two(0xdac123e0, "paciza x0", pointer, 9), 8))
                    .isEqualTo(pointer);
            assertThat(two(0xdac13fe0, "autdzb x0", two(0xdac12fe0, "pacdzb x0", pointer, 9), 8))
                    .isEqualTo(pointer);
        }
    }

    @Test
    void keys_and_modifiers_matter() {
        Set<Long> codes = new HashSet<>();
        codes.add(two(0xdac10020, "pacia x0, x1", KERNEL, 1));
        codes.add(two(0xdac10020, "pacia x0, x1", KERNEL, 2));
        codes.add(two(0xdac10420, "pacib x0, x1", KERNEL, 1));
        codes.add(two(0xdac10820, "pacda x0, x1", KERNEL, 1));
        codes.add(two(0xdac10c20, "pacdb x0, x1", KERNEL, 1));
        assertThat(codes).hasSize(5);
    }

    @Test
    void a_changed_key_changes_the_code() {
        Snippet snippet =
                new Snippet(
                        0xdac10020 /* pacia x0, x1 */,
                        0xd5182122 /* msr apiakeyhi_el1, x2 */,
                        0xdac10023 /* pacia x3, x1 */);
        snippet.cpu.x(0, KERNEL);
        snippet.cpu.x(3, KERNEL);
        snippet.machine.run(snippet.cpu, 3);
        assertThat(snippet.cpu.x(0)).isNotEqualTo(snippet.cpu.x(3));
    }

    /** Auth: bits 62..61 become 01 for an A key and 10 for a B key, the rest is canonical. */
    @Test
    void a_failed_authentication_leaves_an_error_code() {
        long a = two(0xdac10020, "pacia x0, x1", KERNEL, 1);
        assertThat(two(0xdac11020, "autia x0, x1", a, 2)).isEqualTo(0xbfff_8000_0812_3456L);
        long b = two(0xdac10420, "pacib x0, x1", KERNEL, 1);
        assertThat(two(0xdac11420, "autib x0, x1", b, 2)).isEqualTo(0xdfff_8000_0812_3456L);
        long user = two(0xdac10820, "pacda x0, x1", USER, 1);
        assertThat(two(0xdac11820, "autda x0, x1", user, 2)).isEqualTo(0x2000_7fff_0812_3456L);
        assertThat(two(0xdac11c20, "autdb x0, x1", USER, 2)).isEqualTo(0x4000_7fff_0812_3456L);
    }

    /** AddPAC: extension bits that are not all alike spoil the code, so that it never passes. */
    @Test
    void signing_a_signed_pointer_spoils_it() {
        long twice = two(0xdac10020, "pacia x0, x1", two(0xdac10020, "pacia x0, x1", KERNEL, 1), 1);
        assertThat(two(0xdac11020, "autia x0, x1", twice, 1)).isEqualTo(0xbfff_8000_0812_3456L);
    }

    @Test
    void stripping_restores_the_address_without_a_check() {
        assertThat(two(0xdac143e0, "xpaci x0", two(0xdac10020, "pacia x0, x1", KERNEL, 1), 0))
                .isEqualTo(KERNEL);
        assertThat(two(0xdac147e0, "xpacd x0", two(0xdac10c20, "pacdb x0, x1", USER, 1), 0))
                .isEqualTo(USER);
        assertThat(Single.of(0xd50320ff, "xpaclri").x(30, 0x1281_2345_6789_abcdL).run().x(30))
                .isEqualTo(0xffff_2345_6789_abcdL);
    }

    @Test
    void paciasp_and_autiasp_use_lr_and_sp() {
        Snippet snippet =
                new Snippet(
                        0xd503233f /* paciasp */, 0xd50323bf /* autiasp */, 0xd65f03c0 /* ret */);
        snippet.step();
        long signed = snippet.cpu.x(30);
        assertThat(signed).isNotEqualTo(Snippet.RETURN);
        assertThat(signed)
                .isEqualTo(two(0xdac10020, "pacia x0, x1", Snippet.RETURN, snippet.cpu.sp()));
        assertThat(snippet.run()).isEqualTo(new Stop.Trapped(Snippet.RETURN));
    }

    @Test
    void every_hint_form() {
        long sp = MODIFIER;
        long a = two(0xdac10020, "pacia x0, x1", KERNEL, sp);
        long b = two(0xdac10420, "pacib x0, x1", KERNEL, sp);
        long zeroA = two(0xdac123e0, "paciza x0", KERNEL, 0);
        long zeroB = two(0xdac127e0, "pacizb x0", KERNEL, 0);
        assertThat(Single.of(0xd503233f, "paciasp").x(30, KERNEL).sp(sp).run().x(30)).isEqualTo(a);
        assertThat(Single.of(0xd503237f, "pacibsp").x(30, KERNEL).sp(sp).run().x(30)).isEqualTo(b);
        assertThat(Single.of(0xd50323bf, "autiasp").x(30, a).sp(sp).run().x(30)).isEqualTo(KERNEL);
        assertThat(Single.of(0xd50323ff, "autibsp").x(30, b).sp(sp).run().x(30)).isEqualTo(KERNEL);
        assertThat(Single.of(0xd503231f, "paciaz").x(30, KERNEL).run().x(30)).isEqualTo(zeroA);
        assertThat(Single.of(0xd503235f, "pacibz").x(30, KERNEL).run().x(30)).isEqualTo(zeroB);
        assertThat(Single.of(0xd503239f, "autiaz").x(30, zeroA).run().x(30)).isEqualTo(KERNEL);
        assertThat(Single.of(0xd50323df, "autibz").x(30, zeroB).run().x(30)).isEqualTo(KERNEL);
        assertThat(Single.of(0xd503211f, "pacia1716").x(17, KERNEL).x(16, sp).run().x(17))
                .isEqualTo(a);
        assertThat(Single.of(0xd503215f, "pacib1716").x(17, KERNEL).x(16, sp).run().x(17))
                .isEqualTo(b);
        assertThat(Single.of(0xd503219f, "autia1716").x(17, a).x(16, sp).run().x(17))
                .isEqualTo(KERNEL);
        assertThat(Single.of(0xd50321df, "autib1716").x(17, b).x(16, sp).run().x(17))
                .isEqualTo(KERNEL);
    }

    @Test
    void a_return_through_a_tampered_link_register_faults() {
        Snippet snippet =
                new Snippet(
                        0xd503233f /* paciasp */,
                        0x910013de /* add x30, x30, #0x4 */,
                        0xd50323bf /* autiasp */,
                        0xd65f03c0 /* ret */);

        Stop.Fault fault = (Stop.Fault) snippet.run();

        assertThat(fault.kind()).isEqualTo(FaultKind.PAC);
        assertThat(fault.pc()).isEqualTo(0xbfff_8000_0800_0004L);
        assertThat(fault.text())
                .isEqualTo(
                        "The pc 0xbfff800008000004 is what a failed authentication makes of"
                                + " 0xffff800008000004, at 0xbfff800008000004.");
    }

    @Test
    void authenticating_branches() {
        long sp = MODIFIER;
        long a = two(0xdac10020, "pacia x0, x1", KERNEL, sp);
        long b = two(0xdac10420, "pacib x0, x1", KERNEL, sp);
        long zeroA = two(0xdac123e0, "paciza x0", KERNEL, 0);
        assertThat(Single.of(0xd65f0bff, "retaa").x(30, a).sp(sp).run().pc()).isEqualTo(KERNEL);
        assertThat(Single.of(0xd65f0fff, "retab").x(30, b).sp(sp).run().pc()).isEqualTo(KERNEL);
        assertThat(Single.of(0xd71f0801, "braa x0, x1").x(0, a).x(1, sp).run().pc())
                .isEqualTo(KERNEL);
        assertThat(Single.of(0xd71f0c1f, "brab x0, sp").x(0, b).sp(sp).run().pc())
                .isEqualTo(KERNEL);
        assertThat(Single.of(0xd61f081f, "braaz x0").x(0, zeroA).run().pc()).isEqualTo(KERNEL);
        Single call = Single.of(0xd63f081f, "blraaz x0").x(0, zeroA).run();
        assertThat(call.pc()).isEqualTo(KERNEL);
        assertThat(call.x(30)).isEqualTo(Snippet.TEXT + 4);
        assertThat(Single.of(0xd73f0c01, "blrab x0, x1").x(0, a).x(1, sp).run().pc())
                .isEqualTo(0xdfff_8000_0812_3456L);
    }

    @Test
    void authenticating_loads() {
        Snippet snippet =
                new Snippet(
                        0xdac12be1 /* pacdza x1 */,
                        0xf8201420 /* ldraa x0, [x1, #8] */,
                        0xf87ffc22 /* ldraa x2, [x1, #-8]! */);
        snippet.machine.memory().writeLong(Snippet.DATA + 16, 11);
        snippet.machine.memory().writeLong(Snippet.DATA, 12);
        snippet.cpu.x(1, Snippet.DATA + 8);
        assertThat(snippet.machine.run(snippet.cpu, 3)).isEqualTo(new Stop.Budget(3));
        assertThat(snippet.cpu.x(0)).isEqualTo(11);
        assertThat(snippet.cpu.x(2)).isEqualTo(12);
        assertThat(snippet.cpu.x(1)).isEqualTo(Snippet.DATA);
        assertThat(Single.of(0xf8a00420, "ldrab x0, [x1]").x(1, Snippet.DATA).fault().kind())
                .isEqualTo(FaultKind.DATA_READ);
    }

    @Test
    void pacga_gives_a_code_in_the_upper_half() {
        Single done = Single.of(0x9ac23020, "pacga x0, x1, x2").x(1, KERNEL).x(2, MODIFIER).run();
        assertThat(done.x(0) & 0xffff_ffffL).isZero();
        assertThat(done.x(0)).isNotZero();
        Single other =
                Single.of(0x9ac23020, "pacga x0, x1, x2").x(1, KERNEL).x(2, MODIFIER + 1).run();
        assertThat(other.x(0)).isNotEqualTo(done.x(0));
    }
}
