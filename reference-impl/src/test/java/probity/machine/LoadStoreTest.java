package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads and stores of general registers: sizes, extensions, addressing modes, alignment. */
class LoadStoreTest {
    private static final long D = Snippet.DATA;
    private static final long VALUE = 0x8182_8384_8586_8788L;

    private static Single from(int word, String text) {
        return Single.of(word, text).x(1, D + 0x100).data(0x100, VALUE);
    }

    @Test
    void sizes_and_extensions_of_loads() {
        assertThat(from(0xf9400020, "ldr x0, [x1]").run().x(0)).isEqualTo(VALUE);
        assertThat(from(0xb9400020, "ldr w0, [x1]").x(0, -1).run().x(0)).isEqualTo(0x8586_8788L);
        assertThat(from(0x79400020, "ldrh w0, [x1]").x(0, -1).run().x(0)).isEqualTo(0x8788);
        assertThat(from(0x39400020, "ldrb w0, [x1]").x(0, -1).run().x(0)).isEqualTo(0x88);
        assertThat(from(0xb9800020, "ldrsw x0, [x1]").run().x(0)).isEqualTo(0xffff_ffff_8586_8788L);
        assertThat(from(0x79800020, "ldrsh x0, [x1]").run().x(0)).isEqualTo(0xffff_ffff_ffff_8788L);
        assertThat(from(0x79c00020, "ldrsh w0, [x1]").run().x(0)).isEqualTo(0xffff_8788L);
        assertThat(from(0x39800020, "ldrsb x0, [x1]").run().x(0)).isEqualTo(0xffff_ffff_ffff_ff88L);
        assertThat(from(0x39c00020, "ldrsb w0, [x1]").run().x(0)).isEqualTo(0xffff_ff88L);
    }

    @ParameterizedTest
    @CsvSource({
        "0xf9000020, 'str x0, [x1]',  1122334455667788",
        "0xb9000020, 'str w0, [x1]',  8182838455667788",
        "0x79000020, 'strh w0, [x1]', 8182838485867788",
        "0x39000020, 'strb w0, [x1]', 8182838485868788",
    })
    void sizes_of_stores(String word, String text, String expected) {
        Single done = from(Integer.parseUnsignedInt(word.substring(2), 16), text);
        done.x(0, text.startsWith("strb") ? 0x88 : 0x1122_3344_5566_7788L).run();
        assertThat(done.data(0x100)).isEqualTo(Long.parseUnsignedLong(expected, 16));
    }

    @Test
    void the_zero_register_stores_zero_and_swallows_loads() {
        assertThat(from(0xf900003f, "str xzr, [x1]").run().data(0x100)).isZero();
        Single swallowed = from(0xf940003f, "ldr xzr, [x1]").sp(0x1230).run();
        assertThat(swallowed.sp()).isEqualTo(0x1230);
    }

    @Test
    void immediate_offsets() {
        assertThat(from(0xf9400420, "ldr x0, [x1, #8]").x(1, D + 0xf8).run().x(0)).isEqualTo(VALUE);
        assertThat(from(0xb9400420, "ldr w0, [x1, #4]").run().x(0)).isEqualTo(0x8182_8384L);
        assertThat(from(0x79400c20, "ldrh w0, [x1, #6]").run().x(0)).isEqualTo(0x8182);
        assertThat(from(0x39401c20, "ldrb w0, [x1, #7]").run().x(0)).isEqualTo(0x81);
        assertThat(from(0xf85ff020, "ldur x0, [x1, #-1]").x(1, D + 0x101).run().x(0))
                .isEqualTo(VALUE);
        assertThat(from(0xf8500020, "ldur x0, [x1, #-256]").x(1, D + 0x200).run().x(0))
                .isEqualTo(VALUE);
        assertThat(from(0x384ff020, "ldurb w0, [x1, #255]").x(1, D + 1).run().x(0)).isEqualTo(0x88);
        assertThat(
                        Single.of(0xf93ffc20, "str x0, [x1, #32760]")
                                .x(1, D - 32760)
                                .x(0, 5)
                                .run()
                                .data(0))
                .isEqualTo(5);
    }

    @Test
    void write_back() {
        Single pre = from(0xf85f8c20, "ldr x0, [x1, #-8]!").x(1, D + 0x108).run();
        assertThat(pre.x(0)).isEqualTo(VALUE);
        assertThat(pre.x(1)).isEqualTo(D + 0x100);
        Single post = from(0xf84ff420, "ldr x0, [x1], #255").run();
        assertThat(post.x(0)).isEqualTo(VALUE);
        assertThat(post.x(1)).isEqualTo(D + 0x1ff);
        Single push = Single.of(0xf81f0fe0, "str x0, [sp, #-16]!").sp(D + 0x110).x(0, 7).run();
        assertThat(push.sp()).isEqualTo(D + 0x100);
        assertThat(push.data(0x100)).isEqualTo(7);
        Single pop = from(0xf84107e0, "ldr x0, [sp], #16").sp(D + 0x100).run();
        assertThat(pop.x(0)).isEqualTo(VALUE);
        assertThat(pop.sp()).isEqualTo(D + 0x110);
    }

    @Test
    void register_offsets() {
        assertThat(from(0xf8626820, "ldr x0, [x1, x2]").x(1, D).x(2, 0x100).run().x(0))
                .isEqualTo(VALUE);
        assertThat(from(0xf8627820, "ldr x0, [x1, x2, lsl #3]").x(1, D).x(2, 0x20).run().x(0))
                .isEqualTo(VALUE);
        assertThat(
                        from(0xf8624820, "ldr x0, [x1, w2, uxtw]")
                                .x(1, D)
                                .x(2, 0xffff_0000_0100L)
                                .run()
                                .x(0))
                .isEqualTo(VALUE);
        assertThat(
                        from(0xf862d820, "ldr x0, [x1, w2, sxtw #3]")
                                .x(2, 0xffff_ffe0L)
                                .x(1, D + 0x200)
                                .run()
                                .x(0))
                .isEqualTo(VALUE);
        assertThat(from(0xf862e820, "ldr x0, [x1, x2, sxtx]").x(2, -8).x(1, D + 0x108).run().x(0))
                .isEqualTo(VALUE);
        assertThat(from(0x78625820, "ldrh w0, [x1, w2, uxtw #1]").x(2, 1).run().x(0))
                .isEqualTo(0x8586);
        assertThat(from(0xf8626be0, "ldr x0, [sp, x2]").sp(D).x(2, 0x100).run().x(0))
                .isEqualTo(VALUE);
    }

    @Test
    void literals() {
        Snippet snippet =
                new Snippet(
                        0x58000080 /* ldr x0, 0x10 */,
                        0x18000061 /* ldr w1, 0xc */,
                        0x98000042 /* ldrsw x2, 0x8 */,
                        0xd503201f,
                        0x8788_8990,
                        0x8182_8384);
        snippet.machine.run(snippet.cpu, 3);
        assertThat(snippet.cpu.x(0)).isEqualTo(0x8182_8384_8788_8990L);
        assertThat(snippet.cpu.x(1)).isEqualTo(0x8788_8990L);
        assertThat(snippet.cpu.x(2)).isEqualTo(0xffff_ffff_8788_8990L);
    }

    @Test
    void pairs() {
        Single load = from(0xa9400820, "ldp x0, x2, [x1]").data(0x108, 5).run();
        assertThat(load.x(0)).isEqualTo(VALUE);
        assertThat(load.x(2)).isEqualTo(5);
        Single narrow = from(0x29400820, "ldp w0, w2, [x1]").x(0, -1).run();
        assertThat(narrow.x(0)).isEqualTo(0x8586_8788L);
        assertThat(narrow.x(2)).isEqualTo(0x8182_8384L);
        Single signed = from(0x697f8820, "ldpsw x0, x2, [x1, #-4]").x(1, D + 0x104).run();
        assertThat(signed.x(0)).isEqualTo(0xffff_ffff_8586_8788L);
        assertThat(signed.x(2)).isEqualTo(0xffff_ffff_8182_8384L);
        Single store =
                from(0xa9bf0820, "stp x0, x2, [x1, #-16]!").x(1, D + 0x110).x(0, 3).x(2, 4).run();
        assertThat(store.data(0x100)).isEqualTo(3);
        assertThat(store.data(0x108)).isEqualTo(4);
        assertThat(store.x(1)).isEqualTo(D + 0x100);
        Single post = from(0x289f8820, "stp w0, w2, [x1], #252").x(0, 3).x(2, 4).run();
        assertThat(post.data(0x100)).isEqualTo(0x4_0000_0003L);
        assertThat(post.x(1)).isEqualTo(D + 0x100 + 252);
        assertThat(from(0xa85f8820, "ldnp x0, x2, [x1, #504]").x(1, D + 0x100 - 504).run().x(0))
                .isEqualTo(VALUE);
        Single epilogue = from(0xa8c17bfd, "ldp x29, x30, [sp], #16").sp(D + 0x100).run();
        assertThat(epilogue.x(29)).isEqualTo(VALUE);
        assertThat(epilogue.sp()).isEqualTo(D + 0x110);
    }

    @Test
    void a_pair_may_load_its_base_without_write_back() {
        assertThat(from(0xa9400821, "ldp x1, x2, [x1]").run().x(1)).isEqualTo(VALUE);
    }

    @Test
    void unaligned_accesses_may_cross_pages() {
        for (int offset = 0xff1; offset < 0x1008; offset++) {
            Single done =
                    Single.of(0xa9000820, "stp x0, x2, [x1]")
                            .x(1, D + offset)
                            .x(0, VALUE)
                            .x(2, ~VALUE);
            done.run();
            assertThat(done.data(offset)).isEqualTo(VALUE);
            assertThat(done.data(offset + 8)).isEqualTo(~VALUE);
            assertThat(
                            Single.of(0xf9400020, "ldr x0, [x1]")
                                    .x(1, D + offset)
                                    .data(offset, VALUE)
                                    .run()
                                    .x(0))
                    .isEqualTo(VALUE);
        }
    }

    @Test
    void an_access_that_leaves_the_region_does_nothing() {
        long end = D + 2 * Memory.PAGE_SIZE;
        Single store =
                Single.of(0xa9bf0820, "stp x0, x2, [x1, #-16]!").x(1, end + 8).x(0, 1).x(2, 2);
        Stop.Fault fault = store.fault();
        assertThat(fault.kind()).isEqualTo(FaultKind.DATA_WRITE);
        assertThat(fault.address()).isEqualTo(end);
        assertThat(store.x(1)).isEqualTo(end + 8);
        assertThat(store.data(2 * Memory.PAGE_SIZE - 8)).isZero();
        Single load = Single.of(0xa8c10820, "ldp x0, x2, [x1], #16").x(1, end - 8).x(0, 1).x(2, 2);
        assertThat(load.fault().kind()).isEqualTo(FaultKind.DATA_READ);
        assertThat(load.x(0)).isEqualTo(1);
        assertThat(load.x(2)).isEqualTo(2);
        assertThat(load.x(1)).isEqualTo(end - 8);
        assertThat(load.cpu().counters()).isEqualTo(new Counters(0, 0, 0, 0, 0));
    }

    @Test
    void sp_has_to_be_aligned_where_it_is_the_base() {
        Stop.Fault fault = Single.of(0xf94007e0, "ldr x0, [sp, #8]").sp(D + 8).fault();
        assertThat(fault.kind()).isEqualTo(FaultKind.SP_ALIGNMENT);
        assertThat(fault.address()).isEqualTo(D + 8);
        assertThat(fault.text())
                .isEqualTo(
                        "An sp-based access was made while sp is 0xffff800009000008, no multiple of"
                                + " 16, at 0xffff800008010000.");
        assertThat(Single.of(0xa9bf7bfd, "stp x29, x30, [sp, #-16]!").sp(D + 0x108).fault().kind())
                .isEqualTo(FaultKind.SP_ALIGNMENT);
        assertThat(Single.of(0xf8626be0, "ldr x0, [sp, x2]").sp(D + 4).fault().kind())
                .isEqualTo(FaultKind.SP_ALIGNMENT);
        assertThat(Single.of(0x3d8003e0, "str q0, [sp]").sp(D + 8).fault().kind())
                .isEqualTo(FaultKind.SP_ALIGNMENT);
        assertThat(Single.of(0xc85f7fe0, "ldxr x0, [sp]").sp(D + 8).fault().kind())
                .isEqualTo(FaultKind.SP_ALIGNMENT);
        assertThat(Single.of(0x910007e0, "add x0, sp, #0x1").sp(D + 8).run().x(0)).isEqualTo(D + 9);
    }

    @Test
    void prefetches_do_nothing_anywhere() {
        Single.of(0xf9800020, "prfm pldl1keep, [x1]").x(1, 1).run();
        Single.of(0xf8a16bf1, "prfm pstl1strm, [sp, x1]").sp(1).x(1, 1).run();
        Single.of(0xf89ff020, "prfum pldl1keep, [x1, #-1]").x(1, 0).run();
    }

    @Test
    void what_the_manual_leaves_open_is_refused() {
        Unsupported.because("written back", 0xf8408421, 0xf8008c21, 0xa8c10821, 0xa9bf0421);
        Unsupported.because("loaded into one register", 0xa9400020, 0x69400020);
        Unsupported.because(
                "unprivileged", 0xf8400820 /* ldtr x0, [x1] */, 0x38000820 /* sttrb w0, [x1] */);
        Unsupported.because(
                "unallocated",
                0xf8e01020 & ~0x1000 | 0xd000,
                0x69000820,
                0xd9600020 /* ldg x0, [x1] */);
    }
}
