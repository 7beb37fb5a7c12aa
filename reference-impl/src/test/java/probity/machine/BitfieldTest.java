package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** sbfm, bfm, ubfm, extr: every position and width, bit by bit. */
class BitfieldTest {
    private static final long SOURCE = 0x9abc_def0_8765_4321L;
    private static final long TARGET = 0x0f0f_3333_5555_a5a5L;

    private final Snippet snippet = new Snippet(0);

    private long execute(int word) {
        snippet.machine.memory().patch(Snippet.TEXT, Snippet.bytes(word));
        snippet.cpu.pc(Snippet.TEXT);
        snippet.cpu.x(0, TARGET);
        snippet.cpu.x(1, SOURCE);
        assertThat(snippet.step()).as("%08x", word).isInstanceOf(Stop.Budget.class);
        return snippet.cpu.x(0);
    }

    /**
     * What the instruction pages say in prose: with imms at least immr, the bits immr to imms go to
     * the bottom; otherwise the bits 0 to imms go up to position width - immr.
     *
     * @param rest bit i of the target where no source bit goes: below and above the field
     */
    private static long moved(int width, int immr, int imms, long below, long above) {
        int lowest = imms >= immr ? immr : 0;
        int position = imms >= immr ? 0 : width - immr;
        int length = imms - lowest + 1;
        long result = 0;
        for (int bit = 0; bit < width; bit++) {
            long value;
            if (bit < position) {
                value = below >>> bit & 1;
            } else if (bit < position + length) {
                value = SOURCE >>> bit - position + lowest & 1;
            } else {
                value = above >>> bit & 1;
            }
            result |= value << bit;
        }
        return result;
    }

    private interface Expectation {
        long of(int width, int immr, int imms);
    }

    private void checkAll(int opcode, Expectation expected) {
        for (int wide = 0; wide < 2; wide++) {
            int width = wide == 1 ? 64 : 32;
            int form = wide == 1 ? 0x93400020 : 0x13000020;
            for (int immr = 0; immr < width; immr++) {
                for (int imms = 0; imms < width; imms++) {
                    int word = form | opcode << 29 | immr << 16 | imms << 10;
                    assertThat(execute(word))
                            .as("%08x", word)
                            .isEqualTo(expected.of(width, immr, imms));
                }
            }
        }
    }

    @Test
    void ubfm_fills_with_zero() {
        checkAll(2, (width, immr, imms) -> moved(width, immr, imms, 0, 0));
    }

    @Test
    void sbfm_fills_with_zero_below_and_with_the_sign_above() {
        checkAll(
                0,
                (width, immr, imms) ->
                        moved(width, immr, imms, 0, (SOURCE >>> imms & 1) == 1 ? -1 : 0));
    }

    @Test
    void bfm_keeps_the_rest_of_the_target() {
        checkAll(1, (width, immr, imms) -> moved(width, immr, imms, TARGET, TARGET));
    }

    @Test
    void the_aliases_people_write() {
        assertThat(Single.of(0xd37cec20, "lsl x0, x1, #4").x(1, SOURCE).run().x(0))
                .isEqualTo(SOURCE << 4);
        assertThat(Single.of(0xd344fc20, "lsr x0, x1, #4").x(1, SOURCE).run().x(0))
                .isEqualTo(SOURCE >>> 4);
        assertThat(Single.of(0x9344fc20, "asr x0, x1, #4").x(1, SOURCE).run().x(0))
                .isEqualTo(SOURCE >> 4);
        assertThat(Single.of(0x131f7c20, "asr w0, w1, #31").x(1, SOURCE).run().x(0))
                .isEqualTo(0xffff_ffffL);
        assertThat(Single.of(0x93401c20, "sxtb x0, w1").x(1, 0x80).run().x(0)).isEqualTo(-128);
        assertThat(Single.of(0x13003c20, "sxth w0, w1").x(1, 0x8000).run().x(0))
                .isEqualTo(0xffff_8000L);
        assertThat(Single.of(0x93407c20, "sxtw x0, w1").x(1, SOURCE).run().x(0))
                .isEqualTo((int) SOURCE);
        assertThat(Single.of(0x53003c20, "uxth w0, w1").x(1, SOURCE).run().x(0)).isEqualTo(0x4321);
        assertThat(Single.of(0xd37cfc20, "lsr x0, x1, #60").x(1, SOURCE).run().x(0)).isEqualTo(9);
        assertThat(Single.of(0x937cfc20, "asr x0, x1, #60").x(1, SOURCE).run().x(0)).isEqualTo(-7);
        assertThat(Single.of(0xb3780c20, "bfi x0, x1, #8, #4").x(0, -1).x(1, 5).run().x(0))
                .isEqualTo(0xffff_ffff_ffff_f5ffL);
    }

    @Test
    void extr_takes_a_window_of_two_registers() {
        long low = 0x1122_3344_5566_7788L;
        for (int lsb = 0; lsb < 64; lsb++) {
            snippet.cpu.x(2, low);
            long expected = lsb == 0 ? low : low >>> lsb | SOURCE << 64 - lsb;
            assertThat(execute(0x93c20020 | lsb << 10)).as("lsb %d", lsb).isEqualTo(expected);
        }
        for (int lsb = 0; lsb < 32; lsb++) {
            snippet.cpu.x(2, low);
            long both = 0x8765_4321_5566_7788L;
            assertThat(execute(0x13820020 | lsb << 10))
                    .as("lsb %d", lsb)
                    .isEqualTo(both >>> lsb & 0xffff_ffffL);
        }
    }

    @Test
    void unallocated_words_are_refused() {
        Unsupported.because(
                "unallocated", 0x13400020, 0x93000020, 0x13008020, 0x13828020, 0xf3400020);
    }
}
