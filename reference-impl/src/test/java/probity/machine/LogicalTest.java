package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** and, orr, eor, bic, orn, eon with registers and bit masks; move wide. */
class LogicalTest {
    private static final long A = 0xff00_f0f0_1234_8000L;
    private static final long B = 0x0ff0_3c3c_8765_4321L;

    private static void check(int word, String text, long expected, String flags) {
        Single done = Single.of(word, text).x(1, A).x(2, B).flags("nzCV").run();
        assertThat(done.x(0)).as(text).isEqualTo(expected);
        assertThat(done.flags()).as(text).isEqualTo(flags);
    }

    private static void check(int word, String text, long expected) {
        check(word, text, expected, "nzCV");
    }

    @Test
    void registers_in_64_bits() {
        check(0x8a020020, "and x0, x1, x2", A & B);
        check(0x8a220020, "bic x0, x1, x2", A & ~B);
        check(0xaa020020, "orr x0, x1, x2", A | B);
        check(0xaa220020, "orn x0, x1, x2", A | ~B);
        check(0xca020020, "eor x0, x1, x2", A ^ B);
        check(0xca220020, "eon x0, x1, x2", A ^ ~B);
        check(0xaa0203e0, "mov x0, x2", B);
        check(0xaa2203e0, "mvn x0, x2", ~B);
    }

    @Test
    void registers_in_32_bits_clear_the_upper_half() {
        long low = 0xffff_ffffL;
        check(0x0a020020, "and w0, w1, w2", A & B & low);
        check(0x0a220020, "bic w0, w1, w2", A & ~B & low);
        check(0x2a020020, "orr w0, w1, w2", (A | B) & low);
        check(0x2a220020, "orn w0, w1, w2", (A | ~B) & low);
        check(0x4a020020, "eor w0, w1, w2", (A ^ B) & low);
        check(0x4a220020, "eon w0, w1, w2", (A ^ ~B) & low);
        check(0x2a0203e0, "mov w0, w2", B & low);
    }

    @Test
    void shifted_registers() {
        check(0xaa022020, "orr x0, x1, x2, lsl #8", A | B << 8);
        check(0xaa422020, "orr x0, x1, x2, lsr #8", A | B >>> 8);
        check(0xaa812040, "orr x0, x2, x1, asr #8", B | A >> 8);
        check(0x8ac22020, "and x0, x1, x2, ror #8", A & (B >>> 8 | B << 56));
        check(0x4ac21020, "eor w0, w1, w2, ror #4", (0x1234_8000L ^ 0x1876_5432L));
        check(0x2a2243e0, "mvn w0, w2, lsl #16", 0xbcde_ffffL);
        check(0x0aa27c20, "bic w0, w1, w2, asr #31", 0);
    }

    @Test
    void ands_and_bics_set_n_and_z_and_clear_c_and_v() {
        check(0xea020020, "ands x0, x1, x2", A & B, "nzcv");
        check(0xea010020, "ands x0, x1, x1", A, "Nzcv");
        check(0xea210020, "bics x0, x1, x1", 0, "nZcv");
        check(0x6a020040, "ands w0, w2, w2", B & 0xffff_ffffL, "Nzcv");
        check(0xf2401c40, "ands x0, x2, #0xff", 0x21, "nzcv");
        check(0x72010040, "ands w0, w2, #0x80000000", 0x8000_0000L, "Nzcv");
        check(0xf240003f, "tst x1, #0x1", 0, "nZcv");
    }

    @Test
    void immediates_may_go_to_sp() {
        Single done = Single.of(0x927cec3f, "and sp, x1, #0xfffffffffffffff0").x(1, 0x1239).run();
        assertThat(done.sp()).isEqualTo(0x1230);
        check(0xd200f020, "eor x0, x1, #0x5555555555555555", A ^ 0x5555_5555_5555_5555L);
        check(0x32041c20, "orr w0, w1, #0xf000000f", 0xf234_800fL);
    }

    /**
     * A bit mask immediate is a rotated run of ones in an element of 2 to 64 bits, repeated. All
     * 5334 of them are built here from that description and compared with what mov makes of them.
     */
    @Test
    void every_bit_mask_immediate() {
        Snippet snippet = new Snippet(0);
        Set<Long> seen = new HashSet<>();
        for (int size = 2; size <= 64; size *= 2) {
            for (int ones = 1; ones < size; ones++) {
                for (int rotation = 0; rotation < size; rotation++) {
                    long expected = 0;
                    for (int bit = 0; bit < 64; bit++) {
                        if ((bit + rotation) % size < ones) {
                            expected |= 1L << bit;
                        }
                    }
                    int n = size == 64 ? 1 : 0;
                    int imms = (~(2 * size - 1) & 0x3f | ones - 1) & 0x3f;
                    int orr = 0xb20003e0 | n << 22 | rotation << 16 | imms << 10;
                    snippet.machine.memory().patch(Snippet.TEXT, Snippet.bytes(orr));
                    snippet.cpu.pc(Snippet.TEXT);
                    assertThat(snippet.step()).isInstanceOf(Stop.Budget.class);
                    assertThat(snippet.cpu.x(0)).as("%08x", orr).isEqualTo(expected);
                    seen.add(expected);
                }
            }
        }
        assertThat(seen).hasSize(5334);
    }

    @Test
    void reserved_bit_masks_are_refused() {
        Unsupported.because("reserved bit mask", 0xb200ffe0, 0x3200ffe0);
        Unsupported.because("unallocated", 0x32400020);
    }

    @Test
    void move_wide() {
        check(0xd2c24680, "mov x0, #0x123400000000", 0x1234_0000_0000L);
        check(0x52b00000, "mov w0, #0x80000000", 0x8000_0000L);
        check(0x92a24680, "mov x0, #0xffffffffedcbffff", ~0x1234_0000L);
        check(0x12800000, "mov w0, #0xffffffff", 0xffff_ffffL);
        Single keeps =
                Single.of(0xf2f7dde0, "movk x0, #0xbeef, lsl #48")
                        .x(0, 0x1111_2222_3333_4444L)
                        .run();
        assertThat(keeps.x(0)).isEqualTo(0xbeef_2222_3333_4444L);
        Single narrow =
                Single.of(0x7297dde0, "movk w0, #0xbeef").x(0, 0x1111_2222_3333_4444L).run();
        assertThat(narrow.x(0)).isEqualTo(0x3333_beefL);
        Unsupported.because("unallocated", 0x52c00000, 0xb2800000);
    }

    @Test
    void addresses_relative_to_the_pc() {
        Snippet adr = new Snippet(0x107fffe0 /* adr x0, 0xffffc */);
        adr.run();
        assertThat(adr.cpu.x(0)).isEqualTo(Snippet.TEXT + 0xffffc);
        Snippet back = new Snippet(0xd503201f, 0x70ffffe0 /* adr x0, 0xffffffffffffffff */);
        back.run();
        assertThat(back.cpu.x(0)).isEqualTo(Snippet.TEXT + 3);
        Snippet adrp = new Snippet(0xd503201f, 0xb0000020);
        adrp.run();
        assertThat(adrp.cpu.x(0)).isEqualTo(Snippet.TEXT + 0x5000);
        Snippet adrpBack = new Snippet(0xd503201f, 0x90ffffe0);
        adrpBack.run();
        assertThat(adrpBack.cpu.x(0)).isEqualTo(Snippet.TEXT - 0x4000);
    }

    @Test
    void shifted_registers_with_flags() {
        check(0xea02f020, "ands x0, x1, x2, lsl #60", A & B << 60, "nzcv");
        check(0xea810420, "ands x0, x1, x1, asr #1", A & A >> 1, "Nzcv");
        check(0x6ae10020, "bics w0, w1, w1, ror #0", 0, "nZcv");
        check(0xca420420, "eor x0, x1, x2, lsr #1", A ^ B >>> 1);
    }
}
