package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** add, sub, adc, sbc and their flags; the expectation is the manual's AddWithCarry. */
class AddSubtractTest {
    private static final long[] EDGES = {
        0,
        1,
        2,
        -1,
        0x7fff_ffffL,
        0x8000_0000L,
        0x8000_0001L,
        0xffff_ffffL,
        0x1_0000_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x1234_5678_9abc_def0L,
    };

    /** Result and flags as AddWithCarry defines them, over unbounded integers. */
    private record Sum(long result, String flags) {
        static Sum of(int width, long x, long y, int carry) {
            BigInteger unsigned = unsigned(x, width).add(unsigned(y, width)).add(value(carry));
            BigInteger signed = signed(x, width).add(signed(y, width)).add(value(carry));
            BigInteger modulus = BigInteger.ONE.shiftLeft(width);
            BigInteger result = unsigned.mod(modulus);
            boolean n = result.testBit(width - 1);
            boolean z = result.signum() == 0;
            boolean c = !result.equals(unsigned);
            boolean v = !signed(result.longValue(), width).equals(signed);
            String flags = (n ? "N" : "n") + (z ? "Z" : "z") + (c ? "C" : "c") + (v ? "V" : "v");
            return new Sum(result.longValue(), flags);
        }

        private static BigInteger value(int carry) {
            return BigInteger.valueOf(carry);
        }

        private static BigInteger unsigned(long value, int width) {
            return BigInteger.valueOf(value).mod(BigInteger.ONE.shiftLeft(width));
        }

        private static BigInteger signed(long value, int width) {
            return BigInteger.valueOf(width == 64 ? value : (int) value);
        }
    }

    private interface Operands {
        void check(long a, long b);
    }

    private static void forAllEdges(Operands operands) {
        for (long a : EDGES) {
            for (long b : EDGES) {
                operands.check(a, b);
            }
        }
    }

    private static void check(int word, String text, long a, long b, String before, Sum expected) {
        Single done = Single.of(word, text).x(1, a).x(2, b).flags(before).run();
        assertThat(done.x(0)).as("%s of %x, %x", text, a, b).isEqualTo(expected.result());
        assertThat(done.flags()).as("%s of %x, %x", text, a, b).isEqualTo(expected.flags());
    }

    @Test
    void adds_and_subs_in_64_bits() {
        forAllEdges(
                (a, b) -> {
                    check(0xab020020, "adds x0, x1, x2", a, b, "nzcv", Sum.of(64, a, b, 0));
                    check(0xeb020020, "subs x0, x1, x2", a, b, "nzcv", Sum.of(64, a, ~b, 1));
                });
    }

    @Test
    void adds_and_subs_in_32_bits_ignore_and_clear_the_upper_half() {
        forAllEdges(
                (a, b) -> {
                    check(0x2b020020, "adds w0, w1, w2", a, b, "nzcv", Sum.of(32, a, b, 0));
                    check(0x6b020020, "subs w0, w1, w2", a, b, "nzcv", Sum.of(32, a, ~b, 1));
                });
    }

    @Test
    void adcs_and_sbcs_use_the_carry_flag() {
        forAllEdges(
                (a, b) -> {
                    check(0xba020020, "adcs x0, x1, x2", a, b, "nzcv", Sum.of(64, a, b, 0));
                    check(0xba020020, "adcs x0, x1, x2", a, b, "nzCv", Sum.of(64, a, b, 1));
                    check(0xfa020020, "sbcs x0, x1, x2", a, b, "nzcv", Sum.of(64, a, ~b, 0));
                    check(0xfa020020, "sbcs x0, x1, x2", a, b, "nzCv", Sum.of(64, a, ~b, 1));
                    check(0x3a020020, "adcs w0, w1, w2", a, b, "nzCv", Sum.of(32, a, b, 1));
                    check(0x7a020020, "sbcs w0, w1, w2", a, b, "nzcv", Sum.of(32, a, ~b, 0));
                });
    }

    @Test
    void without_s_the_flags_stay() {
        forAllEdges(
                (a, b) -> {
                    check(0x8b020020, "add x0, x1, x2", a, b, "NzCv", new Sum(a + b, "NzCv"));
                    check(0xcb020020, "sub x0, x1, x2", a, b, "nZcV", new Sum(a - b, "nZcV"));
                    check(
                            0x0b020020,
                            "add w0, w1, w2",
                            a,
                            b,
                            "NzCv",
                            new Sum(a + b & 0xffff_ffffL, "NzCv"));
                    check(
                            0x4b020020,
                            "sub w0, w1, w2",
                            a,
                            b,
                            "NzCv",
                            new Sum(a - b & 0xffff_ffffL, "NzCv"));
                    check(0x9a020020, "adc x0, x1, x2", a, b, "NzCv", new Sum(a + b + 1, "NzCv"));
                    check(
                            0x5a020020,
                            "sbc w0, w1, w2",
                            a,
                            b,
                            "NzcV",
                            new Sum(a - b - 1 & 0xffff_ffffL, "NzcV"));
                });
    }

    @Test
    void shifted_operands() {
        long a = 0x1000;
        long b = 0x8765_4321_8765_4321L;
        check(0x8b021020, "add x0, x1, x2, lsl #4", a, b, "nzcv", new Sum(a + (b << 4), "nzcv"));
        check(0x8b42f020, "add x0, x1, x2, lsr #60", a, b, "nzcv", new Sum(a + (b >>> 60), "nzcv"));
        check(0x8b82f020, "add x0, x1, x2, asr #60", a, b, "nzcv", new Sum(a + (b >> 60), "nzcv"));
        check(0x4b027c20, "sub w0, w1, w2, lsl #31", a, b, "nzcv", new Sum(0x8000_1000L, "nzcv"));
        check(0x4b427020, "sub w0, w1, w2, lsr #28", a, b, "nzcv", new Sum(0x1000 - 8, "nzcv"));
        check(0x0b827020, "add w0, w1, w2, asr #28", a, b, "nzcv", new Sum(0x1000 - 8, "nzcv"));
        check(0xeb82fc20, "subs x0, x1, x2, asr #63", a, b, "nzcv", Sum.of(64, a, 0, 1));
    }

    @Test
    void extended_operands() {
        long a = 0x1_0000;
        long b = 0xfedc_ba98_8765_4381L;
        check(0x8b220020, "add x0, x1, w2, uxtb", a, b, "nzcv", new Sum(a + 0x81, "nzcv"));
        check(
                0x8b222420,
                "add x0, x1, w2, uxth #1",
                a,
                b,
                "nzcv",
                new Sum(a + (0x4381 << 1), "nzcv"));
        check(
                0x8b225020,
                "add x0, x1, w2, uxtw #4",
                a,
                b,
                "nzcv",
                new Sum(a + (0x8765_4381L << 4), "nzcv"));
        check(0x8b226820, "add x0, x1, x2, uxtx #2", a, b, "nzcv", new Sum(a + (b << 2), "nzcv"));
        check(
                0xcb228c20,
                "sub x0, x1, w2, sxtb #3",
                a,
                b,
                "nzcv",
                new Sum(a - (-0x7fL << 3), "nzcv"));
        check(0xcb22a020, "sub x0, x1, w2, sxth", a, b, "nzcv", new Sum(a - 0x4381, "nzcv"));
        check(
                0xcb22c820,
                "sub x0, x1, w2, sxtw #2",
                a,
                b,
                "nzcv",
                new Sum(a - ((int) b * 4L), "nzcv"));
        check(0xcb22e020, "sub x0, x1, x2, sxtx", a, b, "nzcv", new Sum(a - b, "nzcv"));
        check(0x0b228020, "add w0, w1, w2, sxtb", a, b, "nzcv", new Sum(0xff81, "nzcv"));
        check(0xab22c020, "adds x0, x1, w2, sxtw", a, b, "nzcv", Sum.of(64, a, (int) b, 0));
        check(0x6b221020, "subs w0, w1, w2, uxtb #4", a, b, "nzcv", Sum.of(32, a, ~0x810L, 1));
    }

    @Test
    void immediates() {
        check(0x913ffc20, "add x0, x1, #0xfff", 1, 0, "nzcv", new Sum(0x1000, "nzcv"));
        check(0x917ffc20, "add x0, x1, #0xfff, lsl #12", 1, 0, "nzcv", new Sum(0xfff001, "nzcv"));
        check(0xd1000420, "sub x0, x1, #0x1", 0, 0, "nzcv", new Sum(-1, "nzcv"));
        check(0x51000420, "sub w0, w1, #0x1", 0, 0, "nzcv", new Sum(0xffff_ffffL, "nzcv"));
        check(0x11000420, "add w0, w1, #0x1", -1, 0, "nzcv", new Sum(0, "nzcv"));
        for (long a : EDGES) {
            check(0xb1000420, "adds x0, x1, #0x1", a, 0, "nzcv", Sum.of(64, a, 1, 0));
            check(0xf1000420, "subs x0, x1, #0x1", a, 0, "nzcv", Sum.of(64, a, ~1L, 1));
            check(0x31400420, "adds w0, w1, #0x1, lsl #12", a, 0, "nzcv", Sum.of(32, a, 0x1000, 0));
            check(0x71000420, "subs w0, w1, #0x1", a, 0, "nzcv", Sum.of(32, a, ~1L, 1));
        }
    }

    @Test
    void register_31_is_sp_with_immediates_and_extensions_and_zero_otherwise() {
        assertThat(Single.of(0xd10083ff, "sub sp, sp, #0x20").sp(0x1000).run().sp())
                .isEqualTo(0xfe0);
        assertThat(Single.of(0x910003fd, "mov x29, sp").sp(0x1000).run().x(29)).isEqualTo(0x1000);
        assertThat(Single.of(0x9100003f, "mov sp, x1").x(1, 0x2000).run().sp()).isEqualTo(0x2000);
        assertThat(Single.of(0x8b2163ff, "add sp, sp, x1").sp(16).x(1, 32).run().sp())
                .isEqualTo(48);
        assertThat(Single.of(0xcb0203e0, "neg x0, x2").x(2, 5).run().x(0)).isEqualTo(-5);
        assertThat(Single.of(0xf10043ff, "cmp sp, #0x10").sp(16).run().flags()).isEqualTo("nZCv");
        Single compare = Single.of(0xeb02003f, "cmp x1, x2").x(1, 1).x(2, 2).sp(0x1000).run();
        assertThat(compare.flags()).isEqualTo("Nzcv");
        assertThat(compare.sp()).isEqualTo(0x1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xfff, -1, Long.MIN_VALUE})
    void the_target_may_be_an_operand(long value) {
        assertThat(Single.of(0x8b010021, "add x1, x1, x1").x(1, value).run().x(1))
                .isEqualTo(2 * value);
    }

    @Test
    void unallocated_words_are_refused() {
        Unsupported.because("unallocated", 0x8bc20020, 0x0b028020, 0x8b221420);
    }
}
