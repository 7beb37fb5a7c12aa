package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exclusives, compare and swap, atomic operations, acquire and release. */
class AtomicTest {
    private static final long D = Snippet.DATA;
    private static final long OLD = 0x8081_8283_8485_8687L;

    private static Single on(int word, String text, long operand) {
        return Single.of(word, text).x(3, D + 0x10).data(0x10, OLD).data(0x18, ~OLD).x(1, operand);
    }

    private static void check(int word, String text, long operand, long stored) {
        Single done = on(word, text, operand).run();
        assertThat(done.x(2)).as(text).isEqualTo(OLD);
        assertThat(done.data(0x10)).as(text).isEqualTo(stored);
        assertThat(done.data(0x18)).as(text).isEqualTo(~OLD);
    }

    @Test
    void operations_on_64_bits() {
        long operand = 0x0102_0304_0506_0708L;
        check(0xf8210062, "ldadd x1, x2, [x3]", operand, OLD + operand);
        check(0xf8211062, "ldclr x1, x2, [x3]", operand, OLD & ~operand);
        check(0xf8212062, "ldeor x1, x2, [x3]", operand, OLD ^ operand);
        check(0xf8213062, "ldset x1, x2, [x3]", operand, OLD | operand);
        check(0xf8218062, "swp x1, x2, [x3]", operand, operand);
        check(0xf8214062, "ldsmax x1, x2, [x3]", operand, operand);
        check(0xf8215062, "ldsmin x1, x2, [x3]", operand, OLD);
        check(0xf8216062, "ldumax x1, x2, [x3]", operand, OLD);
        check(0xf8217062, "ldumin x1, x2, [x3]", operand, operand);
        check(0xf8e10062, "ldaddal x1, x2, [x3]", -1, OLD - 1);
        check(0xf8e18062, "swpal x1, x2, [x3]", 0, 0);
    }

    /** The narrow ones compare in their own width, whatever the upper bits of the register say. */
    @Test
    void narrow_operations() {
        narrow(0x38210062, "ldaddb w1, w2, [x3]", 0xff79, 0x87, OLD & ~0xffL);
        narrow(0x78210062, "ldaddh w1, w2, [x3]", 1, 0x8687, OLD + 1);
        narrow(0xb8210062, "ldadd w1, w2, [x3]", 0x8000_0000L, 0x8485_8687L, OLD & ~0x8000_0000L);
        narrow(0x38214062, "ldsmaxb w1, w2, [x3]", 0x100, 0x87, OLD & ~0xffL);
        narrow(0x38214062, "ldsmaxb w1, w2, [x3]", -1, 0x87, OLD | 0xff);
        narrow(0x38215062, "ldsminb w1, w2, [x3]", 0x7f, 0x87, OLD);
        narrow(0x38215062, "ldsminb w1, w2, [x3]", 0x80, 0x87, OLD & ~0xffL | 0x80);
        narrow(0x38216062, "ldumaxb w1, w2, [x3]", 0xf00, 0x87, OLD);
        narrow(0x38217062, "lduminb w1, w2, [x3]", 0xf00, 0x87, OLD & ~0xffL);
        narrow(0x78214062, "ldsmaxh w1, w2, [x3]", 0x1_0000, 0x8687, OLD & ~0xffffL);
        narrow(0x78215062, "ldsminh w1, w2, [x3]", 0x7fff, 0x8687, OLD);
        narrow(0x78216062, "ldumaxh w1, w2, [x3]", 0xffff_8000L, 0x8687, OLD);
        narrow(0x78217062, "lduminh w1, w2, [x3]", 0xffff_8000L, 0x8687, OLD & ~0xffffL | 0x8000);
        narrow(0xb8214062, "ldsmax w1, w2, [x3]", 1, 0x8485_8687L, OLD & ~0xffff_ffffL | 1);
        narrow(0xb8215062, "ldsmin w1, w2, [x3]", 1, 0x8485_8687L, OLD);
        narrow(0xb8216062, "ldumax w1, w2, [x3]", 0xf_0000_0001L, 0x8485_8687L, OLD);
        narrow(
                0xb8217062,
                "ldumin w1, w2, [x3]",
                0xf_0000_0001L,
                0x8485_8687L,
                OLD & ~0xffff_ffffL | 1);
        narrow(0x38218062, "swpb w1, w2, [x3]", 0x1234, 0x87, OLD & ~0xffL | 0x34);
        narrow(0x78218062, "swph w1, w2, [x3]", 0x1_1234, 0x8687, OLD & ~0xffffL | 0x1234);
    }

    private static void narrow(int word, String text, long operand, long loaded, long stored) {
        Single done = on(word, text, operand).x(2, -1).run();
        assertThat(done.x(2)).as(text).isEqualTo(loaded);
        assertThat(done.data(0x10)).as(text).isEqualTo(stored);
    }

    @Test
    void compare_and_swap() {
        Single hit = on(0xc8a17c62, "cas x1, x2, [x3]", OLD).x(2, 5).run();
        assertThat(hit.x(1)).isEqualTo(OLD);
        assertThat(hit.data(0x10)).isEqualTo(5);
        Single miss = on(0xc8e1fc62, "casal x1, x2, [x3]", OLD + 1).x(2, 5).run();
        assertThat(miss.x(1)).isEqualTo(OLD);
        assertThat(miss.data(0x10)).isEqualTo(OLD);
        assertThat(miss.cpu().counters().stores()).isZero();
        Single narrow = on(0x08a17c62, "casb w1, w2, [x3]", 0xff87).x(2, 0x105).run();
        assertThat(narrow.x(1)).isEqualTo(0x87);
        assertThat(narrow.data(0x10)).isEqualTo(OLD & ~0xffL | 5);
        assertThat(on(0x48a17c62, "cash w1, w2, [x3]", 0x8687).x(2, 5).run().data(0x10))
                .isEqualTo(OLD & ~0xffffL | 5);
        assertThat(on(0x88a17c62, "cas w1, w2, [x3]", OLD).x(2, -1).run().data(0x10))
                .isEqualTo(OLD | 0xffff_ffffL);
    }

    @Test
    void compare_and_swap_of_pairs() {
        Single hit =
                on(0x48207c64, "casp x0, x1, x4, x5, [x3]", ~OLD).x(0, OLD).x(4, 1).x(5, 2).run();
        assertThat(hit.data(0x10)).isEqualTo(1);
        assertThat(hit.data(0x18)).isEqualTo(2);
        Single miss = on(0x48207c64, "casp x0, x1, x4, x5, [x3]", OLD).x(0, OLD).run();
        assertThat(miss.x(0)).isEqualTo(OLD);
        assertThat(miss.x(1)).isEqualTo(~OLD);
        assertThat(miss.data(0x10)).isEqualTo(OLD);
        Single narrow =
                on(0x0860fc64, "caspal w0, w1, w4, w5, [x3]", 0x8081_8283L)
                        .x(0, 0x8485_8687L)
                        .x(4, 1)
                        .x(5, 2)
                        .run();
        assertThat(narrow.data(0x10)).isEqualTo(0x2_0000_0001L);
        assertThat(narrow.x(1)).isEqualTo(0x8081_8283L);
        Unsupported.because("odd register", 0x48217c04, 0x48207c05);
    }

    @Test
    void acquire_and_release() {
        assertThat(on(0xc8dffc62, "ldar x2, [x3]", 0).run().x(2)).isEqualTo(OLD);
        assertThat(on(0x08dffc62, "ldarb w2, [x3]", 0).run().x(2)).isEqualTo(0x87);
        assertThat(on(0x48dffc62, "ldarh w2, [x3]", 0).run().x(2)).isEqualTo(0x8687);
        assertThat(on(0xb8bfc062, "ldapr w2, [x3]", 0).run().x(2)).isEqualTo(0x8485_8687L);
        assertThat(on(0xd9408062, "ldapur x2, [x3, #8]", 0).run().x(2)).isEqualTo(~OLD);
        assertThat(on(0x19807062, "ldapursb x2, [x3, #7]", 0).run().x(2)).isEqualTo((byte) 0x80);
        assertThat(on(0xc89ffc61, "stlr x1, [x3]", 9).run().data(0x10)).isEqualTo(9);
        assertThat(on(0x089ffc61, "stlrb w1, [x3]", 9).run().data(0x10))
                .isEqualTo(OLD & ~0xffL | 9);
        assertThat(on(0x59002061, "stlurh w1, [x3, #2]", 9).run().data(0x10))
                .isEqualTo(OLD & ~0xffff_0000L | 9 << 16);
    }

    @Test
    void alignment_is_required() {
        int[] words = {
            0xf8210062 /* ldadd x1, x2, [x3] */, 0x88a17c62 /* cas w1, w2, [x3] */,
                    0xc8dffc62 /* ldar x2, [x3] */, 0x489ffc61 /* stlrh w1, [x3] */,
            0xc85f7c62 /* ldxr x2, [x3] */, 0xc8047c61 /* stxr w4, x1, [x3] */,
                    0xf8bfc062 /* ldapr x2, [x3] */, 0x78218062 /* swph w1, w2, [x3] */,
        };
        for (int word : words) {
            Snippet snippet = new Snippet(word);
            snippet.cpu.x(3, D + 1);
            assertThat(((Stop.Fault) snippet.step()).kind()).isEqualTo(FaultKind.DATA_ALIGNMENT);
        }
        assertThat(Single.of(0xc87f0460, "ldxp x0, x1, [x3]").x(3, D + 8).fault().kind())
                .isEqualTo(FaultKind.DATA_ALIGNMENT);
    }

    /** ldxr x2, [x3]; the middle; stxr w4, x1, [x3]: what w4 says, and the memory. */
    private static Snippet exclusive(int middle) {
        Snippet snippet =
                new Snippet(
                        0xc85f7c62 /* ldxr x2, [x3] */, middle, 0xc8047c61 /* stxr w4, x1, [x3] */);
        snippet.cpu.x(3, D);
        snippet.cpu.x(1, 7);
        snippet.cpu.x(4, -1);
        return snippet;
    }

    private static final int NOP = 0xd503201f;

    @Test
    void a_store_exclusive_follows_its_load_exclusive() {
        Snippet snippet = exclusive(NOP);
        snippet.machine.run(snippet.cpu, 3);
        assertThat(snippet.cpu.x(4)).isZero();
        assertThat(snippet.machine.memory().readLong(D)).isEqualTo(7);
    }

    @Test
    void without_its_load_exclusive_it_fails() {
        Snippet snippet = exclusive(NOP);
        snippet.cpu.pc(Snippet.at(2));
        snippet.step();
        assertThat(snippet.cpu.x(4)).isEqualTo(1);
        assertThat(snippet.machine.memory().readLong(D)).isZero();
    }

    @Test
    void a_second_store_exclusive_fails() {
        Snippet snippet = exclusive(NOP);
        snippet.machine.run(snippet.cpu, 3);
        snippet.cpu.pc(Snippet.at(2));
        snippet.step();
        assertThat(snippet.cpu.x(4)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xd5033f5f /* clrex */,
                0xc85f7ca2 /* ldxr x2, [x5] */,
                0x885f7c62 /* ldxr w2, [x3] */
            })
    void something_in_between_makes_it_fail(int middle) {
        Snippet snippet = exclusive(middle);
        snippet.cpu.x(5, D + 8);
        snippet.machine.run(snippet.cpu, 3);
        assertThat(snippet.cpu.x(4)).isEqualTo(1);
        assertThat(snippet.machine.memory().readLong(D)).isZero();
    }

    @Test
    void a_write_from_java_to_the_granule_makes_it_fail() {
        for (int offset : new int[] {-1, 0, 63, 64}) {
            Snippet snippet = exclusive(NOP);
            snippet.cpu.x(3, D + 64);
            snippet.machine.run(snippet.cpu, 2);
            snippet.machine.memory().write(D + 64 + offset, new byte[] {1});
            snippet.step();
            boolean outside = offset == -1 || offset == 64;
            assertThat(snippet.cpu.x(4)).isEqualTo(outside ? 0 : 1);
        }
    }

    @Test
    void a_restored_state_and_a_breakpoint_clear_the_monitor() {
        Snippet restored = exclusive(NOP);
        restored.machine.run(restored.cpu, 2);
        restored.cpu.restore(restored.cpu.save());
        restored.step();
        assertThat(restored.cpu.x(4)).isEqualTo(1);
        Snippet broken = exclusive(0xd4200020 /* brk #0x1 */);
        broken.machine.onBreak(
                1,
                cpu -> {
                    cpu.pc(cpu.pc() + 4);
                    return TrapHandler.Next.RESUME;
                });
        broken.machine.run(broken.cpu, 3);
        assertThat(broken.cpu.x(4)).isEqualTo(1);
    }

    @Test
    void another_cpu_breaks_a_reservation_its_own_store_does_not() {
        Machine machine = new Machine(2);
        Memory memory = machine.memory();
        memory.map("text", 0x1000, 0x1000, Permission.EXECUTE);
        memory.map("data", 0x2000, 0x1000, Permission.READ, Permission.WRITE);
        memory.patch(
                0x1000,
                Snippet.bytes(
                        0x885ffc62 /* ldaxr w2, [x3] */,
                        0xb9000061 /* str w1, [x3] */,
                        0x8804fc61 /* stlxr w4, w1, [x3] */));
        for (boolean other : new boolean[] {false, true}) {
            Cpu first = machine.cpu(0);
            Cpu writer = machine.cpu(other ? 1 : 0);
            first.x(3, 0x2000);
            writer.x(3, 0x2000);
            first.pc(0x1000);
            machine.run(first, 1);
            writer.pc(0x1004);
            machine.run(writer, 1);
            first.pc(0x1008);
            machine.run(first, 1);
            assertThat(first.x(4)).isEqualTo(other ? 1 : 0);
        }
    }

    @Test
    void exclusive_pairs() {
        Snippet snippet =
                new Snippet(
                        0xc87f0460 /* ldxp x0, x1, [x3] */,
                        0xc8248061 /* stlxp w4, x1, x0, [x3] */);
        snippet.cpu.x(3, D);
        snippet.machine.memory().writeLong(D, 1);
        snippet.machine.memory().writeLong(D + 8, 2);
        snippet.machine.run(snippet.cpu, 2);
        assertThat(snippet.cpu.x(4)).isZero();
        assertThat(snippet.machine.memory().readLong(D)).isEqualTo(2);
        assertThat(snippet.machine.memory().readLong(D + 8)).isEqualTo(1);
    }

    @Test
    void what_the_manual_leaves_open_is_refused() {
        Unsupported.because("status register", 0xc8017c61, 0xc8037c61);
        Unsupported.because("should-be-one", 0xc8407c61, 0xc85f0061);
        Unsupported.because("loaded into one register", 0xc87f0060);
    }

    @Test
    void memory_that_cannot_be_written_faults_before_anything_is_counted() {
        int[] words = {
            0xf8210062 /* ldadd x1, x2, [x3] */,
            0xc8a17c62 /* cas x1, x2, [x3] */,
            0x48207c64 /* casp x0, x1, x4, x5, [x3] */,
            0xc8047c61 /* stxr w4, x1, [x3] */,
            0xc8240460 /* stxp w4, x0, x1, [x3] */,
        };
        for (int word : words) {
            Snippet snippet = new Snippet(word);
            snippet.cpu.x(3, Snippet.TEXT);
            Stop.Fault fault = (Stop.Fault) snippet.step();
            assertThat(fault.kind()).as("%08x", word).isEqualTo(FaultKind.WRITE_PERMISSION);
            assertThat(snippet.cpu.counters()).isEqualTo(new Counters(0, 0, 0, 0, 0));
        }
    }

    @Test
    void narrow_exclusives() {
        Snippet snippet =
                new Snippet(
                        0x085ffc62 /* ldaxrb w2, [x3] */,
                        0x0804fc61 /* stlxrb w4, w1, [x3] */,
                        0x887f0460 /* ldxp w0, w1, [x3] */,
                        0x88240061 /* stxp w4, w1, w0, [x3] */);
        snippet.machine.memory().writeLong(D, OLD);
        snippet.cpu.x(3, D);
        snippet.cpu.x(1, 0x105);
        snippet.machine.run(snippet.cpu, 2);
        assertThat(snippet.cpu.x(2)).isEqualTo(0x87);
        assertThat(snippet.cpu.x(4)).isZero();
        assertThat(snippet.machine.memory().readLong(D)).isEqualTo(OLD & ~0xffL | 5);
        snippet.machine.run(snippet.cpu, 2);
        assertThat(snippet.cpu.x(4)).isZero();
        assertThat(snippet.machine.memory().readLong(D))
                .isEqualTo((OLD & ~0xffL | 5) << 32 | OLD >>> 32);
    }

    @Test
    void should_be_one_fields_are_looked_at() {
        Unsupported.because("should-be-one", 0xc8dffc61 & ~(1 << 16), 0xc8dffc61 & ~(1 << 10));
        Unsupported.because("should-be-one", 0xc8047c61 & ~(1 << 10), 0xc87f0061 & ~(1 << 16));
        Unsupported.because("status register", 0xc8200860, 0xc8220860, 0xc8230860);
        Unsupported.because("unallocated", 0xc8a17c61 & ~(1 << 10), 0xf8bf9061);
    }
}
