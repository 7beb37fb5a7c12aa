package probity.linux.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import probity.linux.abi.MalformedException;

class BtfStructTest {
    private final BtfBuilder file = new BtfBuilder();
    private final int u64 = file.integer("unsigned long long", 8, false);
    private final int u32 = file.integer("unsigned int", 4, false);

    @Test
    void a_struct_has_its_size_and_members() {
        int registers = file.array(u64, 31);
        file.struct(BtfKind.STRUCT, "user_pt_regs", 272, "regs", registers, 0, "sp", u64, 248 * 8);
        BtfStruct struct = file.read().struct("user_pt_regs").orElseThrow();

        assertThat(struct.size()).isEqualTo(272);
        assertThat(struct.member("sp").offset()).isEqualTo(248);
        assertThat(struct.member("sp").bits()).isEqualTo(64);
        assertThat(struct.member("regs").bits()).isEqualTo(31 * 64);
        assertThat(struct.member("regs").value().type()).isEqualTo("unsigned long long[]");
    }

    @Test
    void members_of_anonymous_structs_and_unions_are_members() {
        int inner = file.struct(BtfKind.STRUCT, "", 16, "sp", u64, 0, "pc", u64, 64);
        int union = file.struct(BtfKind.UNION, "", 16, "", inner, 0, "word", u64, 0);
        file.struct(BtfKind.STRUCT, "pt_regs", 24, "x0", u64, 0, "", union, 64);
        BtfStruct struct = file.read().struct("pt_regs").orElseThrow();

        assertThat(struct.member("pc").offset()).isEqualTo(16);
        assertThat(struct.member("word").offset()).isEqualTo(8);
    }

    @Test
    void a_path_leads_through_named_structs() {
        int cpu = file.struct(BtfKind.STRUCT, "cpu_context", 16, "fp", u64, 0, "sp", u64, 64);
        int alias = file.refer(BtfKind.TYPEDEF, "cpu_context_t", cpu);
        int thread = file.struct(BtfKind.STRUCT, "thread_struct", 16, "cpu_context", alias, 0);
        file.struct(BtfKind.STRUCT, "task_struct", 48, "stack", u64, 0, "thread", thread, 32 * 8);
        BtfMember member =
                file.read().struct("task_struct").orElseThrow().member("thread.cpu_context.sp");

        assertThat(member.offset()).isEqualTo(40);
        assertThat(member.name()).isEqualTo("thread.cpu_context.sp");
    }

    @Test
    void a_pointer_is_no_way_into_what_it_points_to() {
        int target = file.struct(BtfKind.STRUCT, "inode", 8, "size", u64, 0);
        int pointer = file.refer(BtfKind.PTR, "", target);
        file.struct(BtfKind.STRUCT, "file", 8, "inode", pointer, 0);

        assertThat(file.read().struct("file").orElseThrow().find("inode.size")).isEmpty();
    }

    @Test
    void bit_fields_have_the_width_of_their_declaration() {
        file.bitFields("flags", 8, "a", u32, 3 << 24, "b", u32, 5 << 24 | 3, "c", u32, 32);
        BtfStruct struct = file.read().struct("flags").orElseThrow();

        assertThat(struct.member("b").bits()).isEqualTo(5);
        assertThat(struct.member("b").bitOffset()).isEqualTo(3);
        assertThat(struct.member("c").bits()).isEqualTo(32);
        assertThat(struct.member("c").offset()).isEqualTo(4);
    }

    @Test
    void a_member_or_struct_that_there_is_not() {
        file.struct(BtfKind.STRUCT, "pt_regs", 8, "x0", u64, 0);
        Btf btf = file.read();

        assertThat(btf.struct("ftrace_regs")).isEmpty();
        assertThatThrownBy(() -> btf.struct("pt_regs").orElseThrow().member("x31"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("This kernel's struct pt_regs has no member x31.");
    }
}
