package probity.linux.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import probity.linux.abi.MalformedException;

/** Each input is broken in one way, and the message says in which. */
class BrokenBtfTest {
    private final BtfBuilder file = new BtfBuilder();
    private final int s32 = file.integer("int", 4, true);

    @Test
    void no_bytes() {
        refused(new byte[0], "The BTF is truncated: its header takes 24 bytes, but there are 0.");
    }

    @Test
    void something_else() {
        refused(
                "Linux version 7.3.4 (debian)".getBytes(),
                "This is no BTF: it begins with 0x694c, not with 0xeb9f.");
    }

    @Test
    void a_big_endian_kernel() {
        byte[] bytes = file.build();
        bytes[0] = (byte) 0xeb;
        bytes[1] = (byte) 0x9f;
        refused(bytes, "The BTF is big-endian, and arm64 kernels are not.");
    }

    @Test
    void another_version() {
        byte[] bytes = file.build();
        bytes[2] = 2;
        refused(bytes, "The BTF has version 2, and only version 1 is known.");
    }

    @Test
    void headers_of_an_impossible_length() {
        int size = file.build().length;
        refused(
                with(4, 20),
                "The BTF header says that it has 20 bytes; it must have 24 to " + size + ".");
        refused(
                with(4, -1),
                "The BTF header says that it has 4294967295 bytes; it must have 24 to "
                        + size
                        + ".");
    }

    @Test
    void a_longer_header_is_a_newer_kernel() {
        assertThat(Btf.read(file.build(32)).size()).isEqualTo(1);
    }

    @Test
    void sections_beyond_the_end() {
        refused(
                with(12, 0x7fff_ffff),
                "The type section of the BTF ends at byte 2147483671, but the file has 45 bytes.");
        refused(
                with(16, 0xffff_fff0),
                "The string section of the BTF ends at byte 4294967309, but the file has 45"
                        + " bytes.");
    }

    @Test
    void sections_that_overlap() {
        refused(with(16, 12), "The type and string sections of the BTF overlap.");
    }

    @Test
    void strings_without_nul_at_their_ends() {
        String message = "The string section of the BTF does not begin and end with NUL.";
        byte[] bytes = file.build();
        bytes[bytes.length - 1] = 'x';
        refused(bytes, message);
        bytes = file.build();
        bytes[40] = 'x';
        refused(bytes, message);
        refused(with(20, 0), message);
    }

    @Test
    void a_type_cut_off() {
        refused(
                with(12, 8),
                "Type 1 of the BTF is cut off: 8 bytes are left in the section where it takes 12.");
        refused(
                with(12, 12),
                "Type 1 of the BTF is cut off: 0 bytes are left in the section where it takes 4.");
    }

    @Test
    void more_members_than_there_is_room() {
        file.raw(0, BtfKind.STRUCT.ordinal() << 24 | 0xffff, 8);
        refused(
                file.build(),
                "Type 2 of the BTF is cut off: 0 bytes are left in the section where it takes"
                        + " 786420.");
    }

    @Test
    void kinds_that_nobody_knows() {
        file.raw(0, 20 << 24, 0);
        refused(file.build(), "Type 2 of the BTF has kind 20; known are 1 to 19.");
        BtfBuilder other = new BtfBuilder();
        other.raw(0, 0, 0);
        refused(other.build(), "Type 1 of the BTF has kind 0; known are 1 to 19.");
    }

    @Test
    void a_name_outside_of_the_strings() {
        file.raw(999, BtfKind.TYPEDEF.ordinal() << 24, s32);
        refused(
                file.build(),
                "Type 2 of the BTF has a name at offset 999, outside of the string section.");
    }

    @Test
    void references_to_types_that_there_are_not() {
        String message = "Type 2 of the BTF refers to type 9, but the last one is 2.";
        for (BtfKind kind :
                new BtfKind[] {BtfKind.PTR, BtfKind.TYPEDEF, BtfKind.CONST, BtfKind.FUNC}) {
            BtfBuilder broken = new BtfBuilder();
            broken.integer("int", 4, true);
            broken.refer(kind, "name", 9);
            refused(broken.build(), message);
        }
        file.prototype(s32, "a", 9);
        refused(file.build(), message);
    }

    @Test
    void members_and_elements_of_types_that_there_are_not() {
        file.struct(BtfKind.STRUCT, "s", 4, "a", 77, 0);
        refused(file.build(), "Type 2 of the BTF refers to type 77, but the last one is 2.");
        BtfBuilder array = new BtfBuilder();
        array.array(5, 2);
        refused(array.build(), "Type 1 of the BTF refers to type 5, but the last one is 1.");
    }

    @Test
    void a_function_without_prototype() {
        file.refer(BtfKind.FUNC, "vfs_open", s32);
        refused(file.build(), "Function vfs_open of the BTF has type 1, which is no prototype.");
    }

    @Test
    void an_alias_of_itself() {
        file.refer(BtfKind.TYPEDEF, "a", 3);
        file.refer(BtfKind.CONST, "", 2);
        file.function("f", 2);
        Btf btf = file.read();

        assertThatThrownBy(() -> btf.function("f"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("Type 2 of the BTF is an alias of itself.");
    }

    @Test
    void a_pointer_to_itself() {
        file.refer(BtfKind.PTR, "", 2);
        file.function("f", 2);
        Btf btf = file.read();

        assertThatThrownBy(() -> btf.function("f"))
                .isInstanceOf(MalformedException.class)
                .hasMessage(
                        "Type 2 of the BTF goes on and on: it refers to itself, or nests 32 deep.");
    }

    @Test
    void a_parameter_of_no_type_for_values() {
        file.function("g", s32);
        file.function("f", s32, "g", 3);
        Btf btf = file.read();

        assertThatThrownBy(() -> btf.function("f"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("Type 3 of the BTF is a FUNC, and no value has that type.");
    }

    @Test
    void a_file_cut_off_anywhere() {
        file.function("f", s32, "a", s32);
        byte[] whole = file.build();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Btf.read(cut)).isInstanceOf(MalformedException.class);
        }
    }

    private byte[] with(int at, int word) {
        byte[] bytes = file.build();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, word);
        return bytes;
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> Btf.read(bytes))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
