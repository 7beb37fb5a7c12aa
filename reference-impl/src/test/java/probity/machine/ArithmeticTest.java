package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.junit.jupiter.api.Test;

/** One, two and three sources: bit counting and reversal, division, shifts, crc32, products. */
class ArithmeticTest {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        3,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_ffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x0123_4567_89ab_cdefL,
        0xfedc_ba98_7654_3210L,
        0x0000_00ff_0000_0000L,
    };

    private static long one(int word, String text, long source) {
        return Single.of(word, text).x(1, source).run().x(0);
    }

    private static long two(int word, String text, long a, long b) {
        return Single.of(word, text).x(1, a).x(2, b).run().x(0);
    }

    private static String binary(long value, int width) {
        String all = Long.toBinaryString(value | Long.MIN_VALUE).substring(1);
        String full = (value < 0 ? "1" : "0") + all;
        return full.substring(64 - width);
    }

    private static int leading(String bits, char which) {
        int count = 0;
        while (count < bits.length() && bits.charAt(count) == which) {
            count++;
        }
        return count;
    }

    @Test
    void reversal_and_counting() {
        for (long value : EDGES) {
            String wide = binary(value, 64);
            String narrow = binary(value, 32);
            assertThat(one(0xdac01020, "clz x0, x1", value)).isEqualTo(leading(wide, '0'));
            assertThat(one(0x5ac01020, "clz w0, w1", value)).isEqualTo(leading(narrow, '0'));
            assertThat(one(0xdac01420, "cls x0, x1", value))
                    .isEqualTo(leading(wide, wide.charAt(0)) - 1);
            assertThat(one(0x5ac01420, "cls w0, w1", value))
                    .isEqualTo(leading(narrow, narrow.charAt(0)) - 1);
            assertThat(one(0xdac00020, "rbit x0, x1", value)).isEqualTo(parse(reverse(wide, 1)));
            assertThat(one(0x5ac00020, "rbit w0, w1", value)).isEqualTo(parse(reverse(narrow, 1)));
            assertThat(one(0xdac00c20, "rev x0, x1", value)).isEqualTo(parse(reverse(wide, 8)));
            assertThat(one(0x5ac00820, "rev w0, w1", value)).isEqualTo(parse(reverse(narrow, 8)));
            assertThat(one(0xdac00820, "rev32 x0, x1", value))
                    .isEqualTo(
                            parse(
                                    reverse(wide.substring(0, 32), 8)
                                            + reverse(wide.substring(32), 8)));
            assertThat(one(0x5ac00420, "rev16 w0, w1", value))
                    .isEqualTo(
                            parse(
                                    reverse(narrow.substring(0, 16), 8)
                                            + reverse(narrow.substring(16), 8)));
        }
        assertThat(one(0xdac00420, "rev16 x0, x1", 0x0123_4567_89ab_cdefL))
                .isEqualTo(0x2301_6745_ab89_efcdL);
    }

    private static String reverse(String bits, int group) {
        StringBuilder result = new StringBuilder();
        for (int at = bits.length(); at > 0; at -= group) {
            result.append(bits, at - group, at);
        }
        return result.toString();
    }

    private static long parse(String bits) {
        return Long.parseUnsignedLong(bits, 2);
    }

    @Test
    void division_rounds_to_zero_and_never_traps() {
        assertThat(two(0x9ac20c20, "sdiv x0, x1, x2", -7, 2)).isEqualTo(-3);
        assertThat(two(0x9ac20c20, "sdiv x0, x1, x2", 7, 0)).isZero();
        assertThat(two(0x9ac20c20, "sdiv x0, x1, x2", Long.MIN_VALUE, -1))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(two(0x1ac20c20, "sdiv w0, w1, w2", 0x8000_0000L, -1)).isEqualTo(0x8000_0000L);
        assertThat(two(0x1ac20c20, "sdiv w0, w1, w2", -7, 2)).isEqualTo(0xffff_fffdL);
        assertThat(two(0x9ac20820, "udiv x0, x1, x2", -1, 10)).isEqualTo(1844674407370955161L);
        assertThat(two(0x9ac20820, "udiv x0, x1, x2", 1, 0)).isZero();
        assertThat(two(0x1ac20820, "udiv w0, w1, w2", -1, 16)).isEqualTo(0x0fff_ffffL);
        assertThat(two(0x1ac20820, "udiv w0, w1, w2", -1, 0x1_0000_0000L)).isZero();
    }

    @Test
    void shifts_by_a_register_take_the_amount_modulo_the_width() {
        long a = 0x8765_4321_8765_4321L;
        for (int amount = 0; amount < 64; amount++) {
            long dirty = amount | 0xff00L;
            assertThat(two(0x9ac22020, "lsl x0, x1, x2", a, dirty)).isEqualTo(a << amount);
            assertThat(two(0x9ac22420, "lsr x0, x1, x2", a, dirty)).isEqualTo(a >>> amount);
            assertThat(two(0x9ac22820, "asr x0, x1, x2", a, dirty)).isEqualTo(a >> amount);
            assertThat(two(0x9ac22c20, "ror x0, x1, x2", a, dirty))
                    .isEqualTo(Long.rotateRight(a, amount));
            int w = (int) a;
            assertThat(two(0x1ac22020, "lsl w0, w1, w2", a, dirty))
                    .isEqualTo(w << amount & 0xffff_ffffL);
            assertThat(two(0x1ac22420, "lsr w0, w1, w2", a, dirty))
                    .isEqualTo(w >>> amount & 0xffff_ffffL);
            assertThat(two(0x1ac22820, "asr w0, w1, w2", a, dirty))
                    .isEqualTo(w >> amount & 0xffff_ffffL);
            assertThat(two(0x1ac22c20, "ror w0, w1, w2", a, dirty))
                    .isEqualTo(Integer.rotateRight(w, amount) & 0xffff_ffffL);
        }
    }

    /** The JDK's checksums invert before and after, the instructions do not. */
    private static long checksum(Checksum algorithm, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            algorithm.update((int) (value >>> 8 * i) & 0xff);
        }
        return ~algorithm.getValue() & 0xffff_ffffL;
    }

    @Test
    void crc32() {
        long start = 0xffff_ffffL;
        long value = 0x0123_4567_89ab_cdefL;
        assertThat(two(0x1ac24020, "crc32b w0, w1, w2", start, value))
                .isEqualTo(checksum(new CRC32(), value, 1));
        assertThat(two(0x1ac24420, "crc32h w0, w1, w2", start, value))
                .isEqualTo(checksum(new CRC32(), value, 2));
        assertThat(two(0x1ac24820, "crc32w w0, w1, w2", start, value))
                .isEqualTo(checksum(new CRC32(), value, 4));
        assertThat(two(0x9ac24c20, "crc32x w0, w1, x2", start, value))
                .isEqualTo(checksum(new CRC32(), value, 8));
        assertThat(two(0x1ac25020, "crc32cb w0, w1, w2", start, value))
                .isEqualTo(checksum(new CRC32C(), value, 1));
        assertThat(two(0x1ac25420, "crc32ch w0, w1, w2", start, value))
                .isEqualTo(checksum(new CRC32C(), value, 2));
        assertThat(two(0x1ac25820, "crc32cw w0, w1, w2", start, value))
                .isEqualTo(checksum(new CRC32C(), value, 4));
        assertThat(two(0x9ac25c20, "crc32cx w0, w1, x2", start, value))
                .isEqualTo(checksum(new CRC32C(), value, 8));
    }

    private static long three(int word, String text, long a, long b, long c) {
        return Single.of(word, text).x(1, a).x(2, b).x(3, c).run().x(0);
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    @Test
    void products() {
        long c = 0x1111_1111_1111_1111L;
        for (long a : EDGES) {
            for (long b : EDGES) {
                assertThat(three(0x9b020c20, "madd x0, x1, x2, x3", a, b, c)).isEqualTo(c + a * b);
                assertThat(three(0x9b028c20, "msub x0, x1, x2, x3", a, b, c)).isEqualTo(c - a * b);
                long low = 0xffff_ffffL;
                assertThat(three(0x1b020c20, "madd w0, w1, w2, w3", a, b, c))
                        .isEqualTo(c + a * b & low);
                assertThat(three(0x1b028c20, "msub w0, w1, w2, w3", a, b, c))
                        .isEqualTo(c - a * b & low);
                long signed = (long) (int) a * (int) b;
                assertThat(three(0x9b220c20, "smaddl x0, w1, w2, x3", a, b, c))
                        .isEqualTo(c + signed);
                assertThat(three(0x9b228c20, "smsubl x0, w1, w2, x3", a, b, c))
                        .isEqualTo(c - signed);
                long unsigned = (a & low) * (b & low);
                assertThat(three(0x9ba20c20, "umaddl x0, w1, w2, x3", a, b, c))
                        .isEqualTo(c + unsigned);
                assertThat(three(0x9ba28c20, "umsubl x0, w1, w2, x3", a, b, c))
                        .isEqualTo(c - unsigned);
                assertThat(two(0x9b427c20, "smulh x0, x1, x2", a, b))
                        .isEqualTo(
                                BigInteger.valueOf(a)
                                        .multiply(BigInteger.valueOf(b))
                                        .shiftRight(64)
                                        .longValue());
                assertThat(two(0x9bc27c20, "umulh x0, x1, x2", a, b))
                        .isEqualTo(unsigned(a).multiply(unsigned(b)).shiftRight(64).longValue());
            }
        }
        assertThat(two(0x9b027c20, "mul x0, x1, x2", 6, 7)).isEqualTo(42);
        assertThat(two(0x9b02fc20, "mneg x0, x1, x2", 6, 7)).isEqualTo(-42);
    }

    @Test
    void unallocated_words_are_refused() {
        Unsupported.because(
                "unallocated", 0x5ac00c20, 0xdac01820, 0x1ac00020, 0x1b200020, 0x9ac04020);
        Unsupported.because("should-be-one", 0x9b427c20 & ~(31 << 10));
    }
}
