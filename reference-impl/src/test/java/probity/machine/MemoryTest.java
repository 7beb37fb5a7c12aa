package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Memory memory = new Machine(1).memory();

    private Region data(long base, long size) {
        return memory.map("data", base, size, Permission.READ, Permission.WRITE);
    }

    @Test
    void new_memory_reads_as_zero_and_is_little_endian() {
        data(0x1000, 0x2000);
        assertThat(memory.readLong(0x1ffc)).isZero();
        memory.writeLong(0x1ffc, 0x1122_3344_5566_7788L);
        assertThat(memory.read(0x1ffc, 8))
                .containsExactly(0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11);
        assertThat(memory.readInt(0x2000)).isEqualTo(0x1122_3344);
    }

    @Test
    void writes_change_nothing_beside_them() {
        data(0x1000, 0x1000);
        memory.writeLong(0x1000, -1);
        memory.writeInt(0x1000, 0);
        assertThat(memory.readLong(0x1000)).isEqualTo(0xffff_ffff_0000_0000L);
        memory.write(0x1001, new byte[] {1, 2, 3});
        assertThat(memory.readInt(0x1000)).isEqualTo(0x0302_0100);
    }

    @Test
    void a_page_read_before_it_was_written_shows_the_write() {
        data(0x1000, 0x1000);
        assertThat(memory.readLong(0x1000)).isZero();
        memory.writeLong(0x1000, 5);
        assertThat(memory.readLong(0x1000)).isEqualTo(5);
        memory.map("text", 0x8000, 0x1000, Permission.READ, Permission.EXECUTE);
        assertThat(memory.readLong(0x8000)).isZero();
        memory.patch(0x8000, new byte[] {7});
        assertThat(memory.readLong(0x8000)).isEqualTo(7);
    }

    @Test
    void writable_and_executable_at_once_is_refused() {
        assertThatThrownBy(
                        () ->
                                memory.map(
                                        "jit",
                                        0x1000,
                                        0x1000,
                                        Permission.WRITE,
                                        Permission.EXECUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The region 'jit' asks to be writable and executable at once; map it"
                                + " executable and change its text with patch().");
    }

    @Test
    void regions_are_whole_pages_and_do_not_overlap() {
        data(0x2000, 0x2000);
        assertThatThrownBy(() -> data(0x3000, 0x1000))
                .hasMessage(
                        "The region 'data' at 0x3000 of 0x1000 bytes overlaps the region data"
                                + " [0x2000, 0x4000) [READ, WRITE].");
        assertThatThrownBy(() -> data(0x1000, 0x10000)).hasMessageContaining("overlaps");
        assertThatThrownBy(() -> data(0x1001, 0x1000))
                .hasMessage(
                        "The region 'data' at 0x1001 of 0x1000 bytes has to begin and end at"
                                + " multiples of 0x1000 inside the address space.");
        assertThatThrownBy(() -> data(0x1000, 0)).hasMessageContaining("multiples of 0x1000");
        assertThatThrownBy(() -> data(-0x1000, 0x2000)).hasMessageContaining("address space");
        data(0x1000, 0x1000);
        data(0x4000, 0x1000);
        assertThat(memory.regions())
                .extracting(Region::base)
                .containsExactly(0x1000L, 0x2000L, 0x4000L);
    }

    @Test
    void kernel_addresses_lie_above_user_addresses() {
        Region kernel = data(0xffff_8000_0000_0000L, 0x1000);
        Region user = data(0x1000, 0x1000);
        assertThat(memory.regions()).containsExactly(user, kernel);
        assertThat(memory.regionAt(0xffff_8000_0000_0fffL)).contains(kernel);
        assertThat(memory.regionAt(0xffff_8000_0000_1000L)).isEmpty();
    }

    @Test
    void java_meets_the_same_limits_as_the_guest() {
        memory.map("rodata", 0x1000, 0x1000, Permission.READ);
        assertThatThrownBy(() -> memory.writeInt(0x1008, 1))
                .isInstanceOf(MemoryFault.class)
                .hasMessage(
                        "A store of 4 bytes at 0x1008 is not allowed by the region rodata"
                                + " [0x1000, 0x2000) [READ].")
                .extracting("kind", "address")
                .containsExactly(FaultKind.WRITE_PERMISSION, 0x1008L);
        assertThatThrownBy(() -> memory.read(0x1ff0, 32))
                .isInstanceOf(MemoryFault.class)
                .hasMessage("A load of 32 bytes at 0x1ff0 hits no mapped memory.")
                .extracting("kind", "address")
                .containsExactly(FaultKind.DATA_READ, 0x2000L);
        assertThatThrownBy(() -> memory.patch(0x3000, new byte[1]))
                .isInstanceOf(MemoryFault.class)
                .hasMessage("A patch of 1 byte at 0x3000 hits no mapped memory.");
        memory.patch(0x1008, new byte[] {9});
        assertThat(memory.readInt(0x1008)).isEqualTo(9);
    }

    @Test
    void a_write_or_patch_that_does_not_fit_writes_nothing() {
        data(0x1000, 0x1000);
        assertThatThrownBy(() -> memory.write(0x1ff8, new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1}))
                .isInstanceOf(MemoryFault.class);
        assertThatThrownBy(() -> memory.patch(0x1ff8, new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1}))
                .isInstanceOf(MemoryFault.class);
        assertThatThrownBy(() -> memory.writeLong(0x1ffc, -1)).isInstanceOf(MemoryFault.class);
        assertThat(memory.readLong(0x1ff8)).isZero();
    }

    @Test
    void large_blocks_cross_pages() {
        data(0x1000, 0x4000);
        byte[] block = new byte[0x2345];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 7);
        }
        memory.write(0x1abc, block);
        assertThat(memory.read(0x1abc, block.length)).isEqualTo(block);
        memory.write(0x1000, new byte[0]);
        assertThat(memory.read(0x9999, 0)).isEmpty();
    }

    @Test
    void an_unmapped_region_is_gone_for_readers_that_had_it() {
        Region region = data(0x1000, 0x1000);
        memory.writeLong(0x1000, 1);
        memory.unmap(region);
        assertThatThrownBy(() -> memory.readLong(0x1000)).isInstanceOf(MemoryFault.class);
        assertThatThrownBy(() -> memory.writeLong(0x1000, 1)).isInstanceOf(MemoryFault.class);
        assertThatThrownBy(() -> memory.unmap(region))
                .hasMessage("The region data [0x1000, 0x2000) [READ, WRITE] is not mapped.");
        data(0x1000, 0x1000);
        assertThat(memory.readLong(0x1000)).isZero();
    }

    @Test
    void text_that_was_executed_is_gone_with_its_region() {
        Snippet snippet = new Snippet(0x14000000);
        snippet.machine.run(snippet.cpu, 3);
        snippet.machine.memory().unmap(snippet.machine.memory().regionAt(Snippet.TEXT).get());
        assertThat(((Stop.Fault) snippet.step()).kind()).isEqualTo(FaultKind.INSTRUCTION_FETCH);
    }

    @Test
    void stacks_have_guard_pages_that_say_whose_they_are() {
        Stack first = memory.mapStack("task 1", 0x4000);
        Stack second = memory.mapStack("task 2", 0x4000);
        assertThat(first.top() - first.base()).isEqualTo(0x4000);
        assertThat(first.top() % 16).isZero();
        assertThat(second.base() - first.top()).isGreaterThanOrEqualTo(2 * Memory.PAGE_SIZE);
        memory.writeLong(first.base(), 1);
        memory.writeLong(first.top() - 8, 1);
        assertThatThrownBy(() -> memory.writeLong(first.base() - 8, 1))
                .isInstanceOf(MemoryFault.class)
                .hasMessageContaining("guard page below task 1")
                .extracting("kind")
                .isEqualTo(FaultKind.DATA_WRITE);
        assertThatThrownBy(() -> memory.readLong(first.top()))
                .hasMessageContaining("guard page above task 1")
                .extracting("kind")
                .isEqualTo(FaultKind.DATA_READ);
        memory.unmapStack(first);
        assertThat(memory.regionAt(first.base() - 1)).isEmpty();
        assertThat(memory.regionAt(first.base())).isEmpty();
        assertThat(memory.regionAt(first.top())).isEmpty();
        memory.mapStack("again", first.base(), 0x4000);
    }

    @Test
    void an_overflowing_stack_faults_in_the_guard_page() {
        Snippet snippet =
                new Snippet(
                        0xa9bf7bfd /* stp x29, x30, [sp, #-16]! */,
                        0x17ffffff /* b 0xfffffffffffffffc */);
        Stop.Fault fault = (Stop.Fault) snippet.run();
        assertThat(fault.kind()).isEqualTo(FaultKind.DATA_WRITE);
        assertThat(fault.address()).isEqualTo(snippet.stack.base() - 16);
        assertThat(fault.text()).contains("guard page below stack");
    }

    @Test
    void a_watch_reports_guest_writes_with_the_pc() {
        Snippet snippet =
                new Snippet(
                        0xa9000440 /* stp x0, x1, [x2] */,
                        0x39004040 /* strb w0, [x2, #16] */,
                        0xf9400440 /* ldr x0, [x2, #8] */,
                        0x3d800840 /* str q0, [x2, #32] */,
                        0xf8200041 /* ldadd x0, x1, [x2] */);
        snippet.cpu.x(2, Snippet.DATA);
        List<String> seen = new ArrayList<>();
        Watch watch =
                snippet.machine
                        .memory()
                        .watch(
                                Snippet.DATA + 8,
                                Snippet.DATA + 48,
                                (pc, address, size) ->
                                        seen.add(
                                                "%d: +%d %d"
                                                        .formatted(
                                                                (pc - Snippet.TEXT) / 4,
                                                                address - Snippet.DATA,
                                                                size)));
        snippet.machine.run(snippet.cpu, 5);
        snippet.machine.memory().writeLong(Snippet.DATA + 8, 1);
        assertThat(seen).containsExactly("0: +8 8", "1: +16 1", "3: +32 16");

        watch.close();
        snippet.cpu.pc(Snippet.TEXT);
        snippet.machine.run(snippet.cpu, 5);
        assertThat(seen).hasSize(3);
    }

    @Test
    void a_watch_sees_writes_that_reach_into_it_and_those_of_java_if_asked() {
        data(0x1000, 0x1000);
        List<Long> seen = new ArrayList<>();
        try (Watch closed = memory.watch(0x1010, 0x1020, true, (pc, at, size) -> seen.add(at))) {
            memory.writeLong(0x1008, 1);
            memory.writeLong(0x1009, 1);
            memory.write(0x101f, new byte[] {1});
            memory.writeLong(0x1020, 1);
            memory.write(0x1000, new byte[0x100]);
            memory.patch(0x1010, new byte[] {1});
        }
        memory.writeLong(0x1010, 1);
        assertThat(seen).containsExactly(0x1009L, 0x101fL, 0x1000L, 0x1010L);
    }
}
