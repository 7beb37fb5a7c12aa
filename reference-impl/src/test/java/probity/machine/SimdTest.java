package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** SIMD and floating-point registers: loads, stores and moves. */
class SimdTest {
    private static final long D = Snippet.DATA;
    private static final long LOW = 0x8786_8584_8382_8180L;
    private static final long HIGH = 0x8f8e_8d8c_8b8a_8988L;

    private static Single from(int word, String text) {
        return Single.of(word, text)
                .x(1, D + 0x100)
                .data(0x100, LOW)
                .data(0x108, HIGH)
                .v(0, -1, -1);
    }

    private static void holds(Single done, int n, long high, long low) {
        assertThat(done.vHigh(n)).as("high half of v%d", n).isEqualTo(high);
        assertThat(done.vLow(n)).as("low half of v%d", n).isEqualTo(low);
    }

    @Test
    void loads_clear_the_rest_of_the_register() {
        holds(from(0x3dc00020, "ldr q0, [x1]").run(), 0, HIGH, LOW);
        holds(from(0xfd400020, "ldr d0, [x1]").run(), 0, 0, LOW);
        holds(from(0xbd400020, "ldr s0, [x1]").run(), 0, 0, 0x8382_8180L);
        holds(from(0x7d400020, "ldr h0, [x1]").run(), 0, 0, 0x8180);
        holds(from(0x3d400020, "ldr b0, [x1]").run(), 0, 0, 0x80);
    }

    @Test
    void stores_write_their_size_only() {
        long old = 0x1111_1111_1111_1111L;
        Single quad = Single.of(0x3d800020, "str q0, [x1]").v(0, HIGH, LOW).x(1, D).run();
        assertThat(quad.data(0)).isEqualTo(LOW);
        assertThat(quad.data(8)).isEqualTo(HIGH);
        assertThat(quad.cpu().counters()).isEqualTo(new Counters(1, 0, 1, 0, 16));
        Single d = Single.of(0xfd000020, "str d0, [x1]").v(0, HIGH, LOW).x(1, D).data(8, old).run();
        assertThat(d.data(0)).isEqualTo(LOW);
        assertThat(d.data(8)).isEqualTo(old);
        Single s = Single.of(0xbd000020, "str s0, [x1]").v(0, HIGH, LOW).x(1, D).data(0, old).run();
        assertThat(s.data(0)).isEqualTo(0x1111_1111_8382_8180L);
        Single h = Single.of(0x7d000020, "str h0, [x1]").v(0, HIGH, LOW).x(1, D).data(0, old).run();
        assertThat(h.data(0)).isEqualTo(0x1111_1111_1111_8180L);
        Single b = Single.of(0x3d000020, "str b0, [x1]").v(0, HIGH, LOW).x(1, D).data(0, old).run();
        assertThat(b.data(0)).isEqualTo(0x1111_1111_1111_1180L);
    }

    @Test
    void addressing_modes() {
        holds(from(0x3dc00420, "ldr q0, [x1, #16]").x(1, D + 0xf0).run(), 0, HIGH, LOW);
        holds(from(0x3cdff020, "ldur q0, [x1, #-1]").x(1, D + 0x101).run(), 0, HIGH, LOW);
        holds(
                from(0x3ce27820, "ldr q0, [x1, x2, lsl #4]").x(2, 1).x(1, D + 0xf0).run(),
                0,
                HIGH,
                LOW);
        holds(
                from(0xfc62d820, "ldr d0, [x1, w2, sxtw #3]")
                        .x(2, 0xffff_ffffL)
                        .x(1, D + 0x108)
                        .run(),
                0,
                0,
                LOW);
        Single pre = from(0x3cdf0c20, "ldr q0, [x1, #-16]!").x(1, D + 0x110).run();
        holds(pre, 0, HIGH, LOW);
        assertThat(pre.x(1)).isEqualTo(D + 0x100);
        Single post = from(0xfc408420, "ldr d0, [x1], #8").run();
        holds(post, 0, 0, LOW);
        assertThat(post.x(1)).isEqualTo(D + 0x108);
    }

    @Test
    void pairs() {
        Single q = from(0xadff0420, "ldp q0, q1, [x1, #-32]!").x(1, D + 0x120).data(0x110, 5).run();
        holds(q, 0, HIGH, LOW);
        holds(q, 1, 0, 5);
        assertThat(q.x(1)).isEqualTo(D + 0x100);
        Single d = from(0x6d400420, "ldp d0, d1, [x1]").run();
        holds(d, 0, 0, LOW);
        holds(d, 1, 0, HIGH);
        Single s = from(0x2cc10420, "ldp s0, s1, [x1], #8").run();
        holds(s, 0, 0, 0x8382_8180L);
        holds(s, 1, 0, 0x8786_8584L);
        Single store =
                Single.of(0xadbf07e0, "stp q0, q1, [sp, #-32]!").sp(D + 0x20).v(0, 2, 1).v(1, 4, 3);
        store.run();
        for (int i = 0; i < 4; i++) {
            assertThat(store.data(8 * i)).isEqualTo(i + 1);
        }
        assertThat(store.sp()).isEqualTo(D);
    }

    @Test
    void literals() {
        Snippet snippet =
                new Snippet(0x5c000040 /* ldr d0, 0x8 */, 0xd503201f, 0x8382_8180, 0x8786_8584);
        snippet.cpu.v(0, -1, -1);
        snippet.step();
        assertThat(snippet.cpu.vLow(0)).isEqualTo(LOW);
        assertThat(snippet.cpu.vHigh(0)).isZero();
    }

    @Test
    void a_faulting_load_changes_nothing() {
        long end = D + 2 * Memory.PAGE_SIZE;
        for (int word :
                new int[] {
                    0x3dc00020 /* ldr q0, [x1] */,
                    0x6d400420 /* ldp d0, d1, [x1] */,
                    0x4c407020 /* ld1 {v0.16b}, [x1] */
                }) {
            Snippet snippet = new Snippet(word);
            snippet.cpu.v(0, 1, 2);
            snippet.cpu.x(1, end - 8);
            assertThat(((Stop.Fault) snippet.step()).kind()).isEqualTo(FaultKind.DATA_READ);
            assertThat(snippet.cpu.vLow(0)).isEqualTo(2);
            assertThat(snippet.cpu.vHigh(0)).isEqualTo(1);
        }
    }

    @Test
    void structures() {
        Single two =
                from(0x4c40a020, "ld1 {v0.16b, v1.16b}, [x1]").data(0x110, 3).data(0x118, 4).run();
        holds(two, 0, HIGH, LOW);
        holds(two, 1, 4, 3);
        holds(from(0x0c407020, "ld1 {v0.8b}, [x1]").run(), 0, 0, LOW);
        Single post = from(0x4cdf7c20, "ld1 {v0.2d}, [x1], #16").run();
        assertThat(post.x(1)).isEqualTo(D + 0x110);
        assertThat(from(0x4cc27c20, "ld1 {v0.2d}, [x1], x2").x(2, 5).run().x(1))
                .isEqualTo(D + 0x105);
        Single apart = from(0x0c408020, "ld2 {v0.8b, v1.8b}, [x1]").run();
        holds(apart, 0, 0, 0x8e8c_8a88_8684_8280L);
        holds(apart, 1, 0, 0x8f8d_8b89_8785_8381L);
        holds(from(0x4d409020, "ld1 {v0.s}[3], [x1]").run(), 0, 0x8382_8180_ffff_ffffL, -1);
        holds(from(0x4d400420, "ld1 {v0.b}[9], [x1]").run(), 0, 0xffff_ffff_ffff_80ffL, -1);
        holds(from(0x4d408420, "ld1 {v0.d}[1], [x1]").run(), 0, LOW, -1);
        long repeated = 0x8180_8180_8180_8180L;
        holds(from(0x4d40c420, "ld1r {v0.8h}, [x1]").run(), 0, repeated, repeated);
        Single store =
                Single.of(0x4c008c20, "st2 {v0.2d, v1.2d}, [x1]")
                        .x(1, D)
                        .v(0, 3, 1)
                        .v(1, 4, 2)
                        .run();
        for (int i = 0; i < 4; i++) {
            assertThat(store.data(8 * i)).isEqualTo(i + 1);
        }
        Single lane = Single.of(0x4d005020, "st1 {v0.h}[6], [x1]").x(1, D).v(0, HIGH, LOW).run();
        assertThat(lane.data(0)).isEqualTo(0x8d8c);
    }

    private static Single vectors(int word, String text) {
        return Single.of(word, text).v(1, HIGH, LOW).v(0, -1, -1).x(1, 0x1122_3344_5566_7788L);
    }

    @Test
    void moves_between_register_files() {
        holds(vectors(0x9e670020, "fmov d0, x1").run(), 0, 0, 0x1122_3344_5566_7788L);
        holds(vectors(0x1e270020, "fmov s0, w1").run(), 0, 0, 0x5566_7788L);
        holds(vectors(0x9eaf0020, "fmov v0.d[1], x1").run(), 0, 0x1122_3344_5566_7788L, -1);
        assertThat(vectors(0x9e660020, "fmov x0, d1").run().x(0)).isEqualTo(LOW);
        assertThat(vectors(0x1e260020, "fmov w0, s1").x(0, -1).run().x(0)).isEqualTo(0x8382_8180L);
        assertThat(vectors(0x9eae0020, "fmov x0, v1.d[1]").run().x(0)).isEqualTo(HIGH);
        assertThat(vectors(0x4e183c20, "mov x0, v1.d[1]").run().x(0)).isEqualTo(HIGH);
        assertThat(vectors(0x0e1c3c20, "mov w0, v1.s[3]").run().x(0)).isEqualTo(0x8f8e_8d8cL);
        assertThat(vectors(0x0e1f3c20, "umov w0, v1.b[15]").run().x(0)).isEqualTo(0x8f);
        assertThat(vectors(0x0e022c20, "smov w0, v1.h[0]").run().x(0)).isEqualTo(0xffff_8180L);
        assertThat(vectors(0x4e032c20, "smov x0, v1.b[1]").run().x(0)).isEqualTo((byte) 0x81);
        assertThat(vectors(0x4e142c20, "smov x0, v1.s[2]").run().x(0))
                .isEqualTo(0x8b8a_8988 | -1L << 32);
    }

    @Test
    void moves_of_registers_and_elements() {
        holds(vectors(0x1e604020, "fmov d0, d1").run(), 0, 0, LOW);
        holds(vectors(0x1e204020, "fmov s0, s1").run(), 0, 0, 0x8382_8180L);
        holds(vectors(0x4ea11c20, "mov v0.16b, v1.16b").run(), 0, HIGH, LOW);
        holds(vectors(0x0ea11c20, "mov v0.8b, v1.8b").run(), 0, 0, LOW);
        holds(vectors(0x6e0c6420, "mov v0.s[1], v1.s[3]").run(), 0, -1, 0x8f8e_8d8c_ffff_ffffL);
        holds(vectors(0x4e1f1c20, "mov v0.b[15], w1").run(), 0, 0x88ff_ffff_ffff_ffffL, -1);
        holds(vectors(0x5e180420, "mov d0, v1.d[1]").run(), 0, 0, HIGH);
        holds(vectors(0x5e070420, "mov b0, v1.b[3]").run(), 0, 0, 0x83);
        long word = 0x8b8a_8988_8b8a_8988L;
        holds(vectors(0x4e140420, "dup v0.4s, v1.s[2]").run(), 0, word, word);
        holds(vectors(0x0e140420, "dup v0.2s, v1.s[2]").run(), 0, 0, word);
        long half = 0x7788_7788_7788_7788L;
        holds(vectors(0x4e020c20, "dup v0.8h, w1").run(), 0, half, half);
        holds(
                vectors(0x4e080c20, "dup v0.2d, x1").run(),
                0,
                0x1122_3344_5566_7788L,
                0x1122_3344_5566_7788L);
    }

    @Test
    void bitwise_logic() {
        long a = 0xff00_ff00_1234_5678L;
        long b = 0x0ff0_0ff0_8765_4321L;
        long c = 0x5555_3333_0f0f_00ffL;
        logic(0x4e221c20 /* and v0.16b, v1.16b, v2.16b */, a, b, c, b & c);
        logic(0x4e621c20 /* bic v0.16b, v1.16b, v2.16b */, a, b, c, b & ~c);
        logic(0x4ea21c20 /* orr v0.16b, v1.16b, v2.16b */, a, b, c, b | c);
        logic(0x4ee21c20 /* orn v0.16b, v1.16b, v2.16b */, a, b, c, b | ~c);
        logic(0x6e221c20 /* eor v0.16b, v1.16b, v2.16b */, a, b, c, b ^ c);
        logic(0x6e621c20 /* bsl v0.16b, v1.16b, v2.16b */, a, b, c, a & b | ~a & c);
        logic(0x6ea21c20 /* bit v0.16b, v1.16b, v2.16b */, a, b, c, a & ~c | b & c);
        logic(0x6ee21c20 /* bif v0.16b, v1.16b, v2.16b */, a, b, c, a & c | b & ~c);
    }

    private static void logic(int word, long a, long b, long c, long expected) {
        for (boolean quad : new boolean[] {true, false}) {
            Snippet snippet = new Snippet(quad ? word : word & ~(1 << 30));
            snippet.cpu.v(0, ~a, a);
            snippet.cpu.v(1, ~b, b);
            snippet.cpu.v(2, ~c, c);
            snippet.step();
            assertThat(snippet.cpu.vLow(0)).as("%08x", word).isEqualTo(expected);
            snippet.cpu.pc(Snippet.TEXT);
            snippet.cpu.v(0, a, ~a);
            snippet.cpu.v(1, b, ~b);
            snippet.cpu.v(2, c, ~c);
            snippet.step();
            assertThat(snippet.cpu.vHigh(0)).as("%08x", word).isEqualTo(quad ? expected : 0);
        }
    }

    private static void immediate(int word, long high, long low) {
        Snippet snippet = new Snippet(word);
        snippet.cpu.v(0, 0x1111_1111_1111_1111L, 0x1111_1111_1111_1111L);
        assertThat(snippet.step()).isInstanceOf(Stop.Budget.class);
        assertThat(snippet.cpu.vHigh(0)).as("%08x", word).isEqualTo(high);
        assertThat(snippet.cpu.vLow(0)).as("%08x", word).isEqualTo(low);
    }

    /** AdvSIMDExpandImm, one of each row of its table. */
    @Test
    void modified_immediates() {
        immediate(0x4f050560 /* movi v0.4s, #0xab */, 0xab_0000_00abL, 0xab_0000_00abL);
        immediate(
                0x4f056560 /* movi v0.4s, #0xab, lsl #24 */,
                0xab00_0000_ab00_0000L,
                0xab00_0000_ab00_0000L);
        immediate(0x0f052560 /* movi v0.2s, #0xab, lsl #8 */, 0, 0x0000_ab00_0000_ab00L);
        immediate(
                0x6f050560 /* mvni v0.4s, #0xab */, 0xffff_ff54_ffff_ff54L, 0xffff_ff54_ffff_ff54L);
        immediate(
                0x4f058560 /* movi v0.8h, #0xab */, 0x00ab_00ab_00ab_00abL, 0x00ab_00ab_00ab_00abL);
        immediate(0x2f05a560 /* mvni v0.4h, #0xab, lsl #8 */, 0, 0x54ff_54ff_54ff_54ffL);
        immediate(0x4f05c560 /* movi v0.4s, #0xab, msl #8 */, 0xabff_0000_abffL, 0xabff_0000_abffL);
        immediate(0x2f05d560 /* mvni v0.2s, #0xab, msl #16 */, 0, 0xff54_0000_ff54_0000L);
        immediate(
                0x4f05e560 /* movi v0.16b, #0xab */,
                0xabab_abab_abab_ababL,
                0xabab_abab_abab_ababL);
        immediate(
                0x6f05e4c0 /* movi v0.2d, #0xff00ff0000ffff00 */,
                0xff00_ff00_00ff_ff00L,
                0xff00_ff00_00ff_ff00L);
        immediate(0x2f07e600 /* movi d0, #0xffffffff00000000 */, 0, 0xffff_ffff_0000_0000L);
        immediate(
                0x4f011440 /* orr v0.4s, #0x22 */, 0x1111_1133_1111_1133L, 0x1111_1133_1111_1133L);
        immediate(
                0x6f00b620 /* bic v0.8h, #0x11, lsl #8 */,
                0x0011_0011_0011_0011L,
                0x0011_0011_0011_0011L);
        long one = Float.floatToRawIntBits(1.0f);
        immediate(
                0x4f03f600 /* fmov v0.4s, #1.000000000000000000e+00 */,
                one << 32 | one,
                one << 32 | one);
        long third = Double.doubleToRawLongBits(-0.1328125);
        immediate(0x6f06f420 /* fmov v0.2d, #-1.328125000000000000e-01 */, third, third);
    }

    @Test
    void floating_point_constants() {
        immediate(
                0x1e67f000 /* fmov d0, #3.100000000000000000e+01 */,
                0,
                Double.doubleToRawLongBits(31.0));
        immediate(
                0x1e781000 /* fmov d0, #-1.250000000000000000e-01 */,
                0,
                Double.doubleToRawLongBits(-0.125));
        immediate(
                0x1e2ff000 /* fmov s0, #1.937500000000000000e+00 */,
                0,
                Float.floatToRawIntBits(1.9375f));
        immediate(
                0x1e301000 /* fmov s0, #-2.000000000000000000e+00 */,
                0,
                Float.floatToRawIntBits(-2.0f) & 0xffff_ffffL);
    }

    @Test
    void arithmetic_is_refused() {
        Unsupported.because(
                "only moves are known",
                0x1e622820 /* fadd d0, d1, d2 */,
                0x4ea28420 /* add v0.4s, v1.4s, v2.4s */,
                0x1e612000 /* fcmp d0, d1 */,
                0x4e284820 /* aese v0.16b, v1.16b */);
        Unsupported.because(
                "only fmov is known",
                0x9e620020 /* scvtf d0, x1 */,
                0x9e780020 /* fcvtzs x0, d1 */);
        Unsupported.because(
                "half precision",
                0x1eee1000 /* fmov h0, #1.000000000000000000e+00 */,
                0x4f03fe00 /* fmov v0.8h, #1.000000000000000000e+00 */);
        Unsupported.because("SVE", 0x2518e3e0 /* ptrue p0.b */, 0x04215020 /* addvl x0, x1, #1 */);
    }

    @Test
    void structures_of_several_registers() {
        Single lane =
                from(0x0d40683e, "ld3 {v30.h, v31.h, v0.h}[1], [x1]")
                        .v(30, -1, -1)
                        .v(31, -1, -1)
                        .run();
        holds(lane, 30, -1, 0xffff_ffff_8180_ffffL);
        holds(lane, 31, -1, 0xffff_ffff_8382_ffffL);
        holds(lane, 0, -1, 0xffff_ffff_8584_ffffL);
        Single all = from(0x0dffc420, "ld2r {v0.4h, v1.4h}, [x1], #4").run();
        holds(all, 0, 0, 0x8180_8180_8180_8180L);
        holds(all, 1, 0, 0x8382_8382_8382_8382L);
        assertThat(all.x(1)).isEqualTo(D + 0x104);
        Single quad = from(0x4d60c03f, "ld2r {v31.16b, v0.16b}, [x1]").run();
        holds(quad, 31, 0x8080_8080_8080_8080L, 0x8080_8080_8080_8080L);
        holds(quad, 0, 0x8181_8181_8181_8181L, 0x8181_8181_8181_8181L);
        Single four =
                from(0x0c40083f, "ld4 {v31.2s, v0.2s, v1.2s, v2.2s}, [x1]")
                        .data(0x110, 5)
                        .data(0x118, 6);
        four.v(31, -1, -1).run();
        holds(four, 31, 0, 0x5_8382_8180L);
        holds(four, 0, 0, 0x8786_8584L);
        holds(four, 1, 0, 0x6_8b8a_8988L);
        holds(four, 2, 0, 0x8f8e_8d8cL);
        Single st3 = Single.of(0x4d82a420, "st3 {v0.d-v2.d}[1], [x1], x2").x(1, D).x(2, 100);
        st3.v(0, 1, 9).v(1, 2, 9).v(2, 3, 9).run();
        for (int i = 0; i < 3; i++) {
            assertThat(st3.data(8 * i)).isEqualTo(i + 1);
        }
        assertThat(st3.x(1)).isEqualTo(D + 100);
    }

    @Test
    void a_faulting_store_writes_nothing() {
        long end = D + 2 * Memory.PAGE_SIZE;
        int[] words = {
            0x3d800020 /* str q0, [x1] */,
            0x6d000420 /* stp d0, d1, [x1] */,
            0x4c007020 /* st1 {v0.16b}, [x1] */,
            0x29808820 /* stp w0, w2, [x1, #4]! */,
        };
        for (int word : words) {
            Snippet snippet = new Snippet(word);
            snippet.cpu.v(0, -1, -1);
            snippet.cpu.x(0, -1);
            snippet.cpu.x(1, end - 8);
            assertThat(((Stop.Fault) snippet.step()).kind()).isEqualTo(FaultKind.DATA_WRITE);
            assertThat(snippet.machine.memory().readLong(end - 8)).as("%08x", word).isZero();
            assertThat(snippet.cpu.counters()).isEqualTo(new Counters(0, 0, 0, 0, 0));
        }
    }

    @Test
    void unallocated_words_are_refused() {
        // copies: no element size, 64-bit elements of a 64-bit vector, ins without Q, wrong umov
        Unsupported.because("unallocated", 0x4e000420, 0x0e080420, 0x0e080c20, 0x0e031c20);
        Unsupported.because(
                "unallocated", 0x2e030420, 0x0e083c20, 0x4e033c20, 0x4e082c20, 0x0e042c20);
        Unsupported.because("unallocated", 0x4e011420, 0x5e010c20, 0x5e100420);
        // modified immediates, structures, load and store
        Unsupported.because(
                "unallocated", 0x2f00f420, 0x0f00fc20 | 1 << 29, 0x0c001020, 0x0c400c20);
        Unsupported.because(
                "unallocated", 0x0d00c020, 0x0d40d020, 0x0d406420, 0x0d409c20, 0x0c010020);
        Unsupported.because(
                "unallocated", 0x7d800020 | 1 << 31 | 1 << 30, 0x3c800820, 0xdc000000, 0xec000020);
    }
}
