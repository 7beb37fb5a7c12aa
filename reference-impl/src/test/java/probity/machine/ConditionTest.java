package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions by the manual's table C1-1, in csel, ccmp and b.cond. */
class ConditionTest {
    private record Flags(boolean n, boolean z, boolean c, boolean v) {}

    private record Condition(String name, Predicate<Flags> holds) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** In the order of their encoding. */
    private static final List<Condition> CONDITIONS =
            List.of(
                    new Condition("eq", f -> f.z),
                    new Condition("ne", f -> !f.z),
                    new Condition("cs", f -> f.c),
                    new Condition("cc", f -> !f.c),
                    new Condition("mi", f -> f.n),
                    new Condition("pl", f -> !f.n),
                    new Condition("vs", f -> f.v),
                    new Condition("vc", f -> !f.v),
                    new Condition("hi", f -> f.c && !f.z),
                    new Condition("ls", f -> !f.c || f.z),
                    new Condition("ge", f -> f.n == f.v),
                    new Condition("lt", f -> f.n != f.v),
                    new Condition("gt", f -> !f.z && f.n == f.v),
                    new Condition("le", f -> f.z || f.n != f.v),
                    new Condition("al", f -> true),
                    new Condition("nv", f -> true));

    static List<Condition> conditions() {
        return CONDITIONS;
    }

    private static boolean holds(Condition condition, int nzcv) {
        return condition.holds.test(
                new Flags((nzcv & 8) != 0, (nzcv & 4) != 0, (nzcv & 2) != 0, (nzcv & 1) != 0));
    }

    private static Snippet with(int nzcv, int word) {
        Snippet snippet = new Snippet(word);
        snippet.cpu.nzcv((long) nzcv << 28);
        return snippet;
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void selects(Condition condition) {
        int field = CONDITIONS.indexOf(condition) << 12;
        long a = 0x1111_2222_3333_4444L;
        long b = 0x5555_6666_7777_8888L;
        long low = 0xffff_ffffL;
        int[] words = {
            0x9a820020 /* csel x0, x1, x2, eq */,
            0x9a820420 /* csinc x0, x1, x2, eq */,
            0xda820020 /* csinv x0, x1, x2, eq */,
            0xda820420 /* csneg x0, x1, x2, eq */,
            0x1a820020 /* csel w0, w1, w2, eq */,
            0x1a820420 /* csinc w0, w1, w2, eq */,
            0x5a820020 /* csinv w0, w1, w2, eq */,
            0x5a820420 /* csneg w0, w1, w2, eq */,
        };
        long[] otherwise = {b, b + 1, ~b, -b, b & low, b + 1 & low, ~b & low, -b & low};
        for (int nzcv = 0; nzcv < 16; nzcv++) {
            for (int i = 0; i < words.length; i++) {
                Snippet snippet = with(nzcv, words[i] | field);
                snippet.cpu.x(1, a);
                snippet.cpu.x(2, b);
                snippet.step();
                long taken = i < 4 ? a : a & low;
                assertThat(snippet.cpu.x(0))
                        .as("%08x with flags %x", words[i] | field, nzcv)
                        .isEqualTo(holds(condition, nzcv) ? taken : otherwise[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void branches(Condition condition) {
        int word = 0x54000200 /* b.eq 0x40 */ | CONDITIONS.indexOf(condition);
        for (int nzcv = 0; nzcv < 16; nzcv++) {
            Snippet snippet = with(nzcv, word);
            snippet.step();
            assertThat(snippet.cpu.pc())
                    .isEqualTo(Snippet.TEXT + (holds(condition, nzcv) ? 0x40 : 4));
        }
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void compares_or_sets_the_given_flags(Condition condition) {
        int field = CONDITIONS.indexOf(condition) << 12;
        for (int nzcv = 0; nzcv < 16; nzcv++) {
            boolean holds = holds(condition, nzcv);
            assertThat(compare(nzcv, 0xfa420025 /* ccmp x1, x2, #0x5, eq */ | field, 7, 7))
                    .isEqualTo(holds ? "nZCv" : "nZcV");
            assertThat(compare(nzcv, 0x7a5f082a /* ccmp w1, #0x1f, #0xa, eq */ | field, 30, 0))
                    .isEqualTo(holds ? "Nzcv" : "NzCv");
            assertThat(compare(nzcv, 0xba410820 /* ccmn x1, #0x1, #0x0, eq */ | field, -1, 0))
                    .isEqualTo(holds ? "nZCv" : "nzcv");
            assertThat(
                            compare(
                                    nzcv,
                                    0x3a42002f /* ccmn w1, w2, #0xf, eq */ | field,
                                    0x7fff_ffff,
                                    1))
                    .isEqualTo(holds ? "NzcV" : "NZCV");
        }
    }

    private static String compare(int nzcv, int word, long a, long b) {
        Snippet snippet = with(nzcv, word);
        snippet.cpu.x(1, a);
        snippet.cpu.x(2, b);
        snippet.step();
        return Single.format(snippet.cpu.nzcv());
    }

    @Test
    void flag_manipulation() {
        assertThat(Single.of(0xd500401f, "cfinv").flags("NzCv").run().flags()).isEqualTo("Nzcv");
        assertThat(Single.of(0xba02042f, "rmif x1, #4, #15").x(1, 0xa0).run().flags())
                .isEqualTo("NzCv");
        assertThat(Single.of(0xba1f8423, "rmif x1, #63, #3").x(1, 1).flags("NZcv").run().flags())
                .isEqualTo("NZCv");
        assertThat(Single.of(0x3a00082d, "setf8 w1").x(1, 0x180).flags("nzCv").run().flags())
                .isEqualTo("NzCv");
        assertThat(Single.of(0x3a00082d, "setf8 w1").x(1, 0x80).run().flags()).isEqualTo("NzcV");
        assertThat(Single.of(0x3a00482d, "setf16 w1").x(1, 0x10000).run().flags())
                .isEqualTo("nZcV");
    }

    /** Pseudocode of AXFLAG and XAFLAG, over all flags. */
    @Test
    void floating_point_flag_formats() {
        for (int nzcv = 0; nzcv < 16; nzcv++) {
            boolean z = (nzcv & 4) != 0;
            boolean c = (nzcv & 2) != 0;
            boolean v = (nzcv & 1) != 0;
            Snippet to = with(nzcv, 0xd500405f /* axflag */);
            to.step();
            assertThat(to.cpu.nzcv() >>> 28).isEqualTo((z || v ? 4 : 0) | (c && !v ? 2 : 0));
            Snippet from = with(nzcv, 0xd500403f /* xaflag */);
            from.step();
            assertThat(from.cpu.nzcv() >>> 28)
                    .isEqualTo(
                            (!c && !z ? 8 : 0)
                                    | (z && c ? 4 : 0)
                                    | (c || z ? 2 : 0)
                                    | (!c && z ? 1 : 0));
        }
    }
}
