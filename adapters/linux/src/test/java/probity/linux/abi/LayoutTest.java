package probity.linux.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Layout LAYOUT =
            Layout.of(
                    "struct example",
                    24,
                    Field.u32("count", 0),
                    Field.u64("items", 8),
                    Field.text("name", 16, 8));

    @Test
    void fields_are_written_where_they_are_and_the_rest_is_zero() {
        byte[] bytes =
                Parcel.of(
                                LAYOUT.writer()
                                        .set("count", 0x01020304)
                                        .set("items", -2)
                                        .text("name", "seven77")
                                        .block())
                        .at(0);

        assertThat(bytes)
                .containsExactly(
                        4, 3, 2, 1, 0, 0, 0, 0, -2, -1, -1, -1, -1, -1, -1, -1, 's', 'e', 'v', 'e',
                        'n', '7', '7', 0);
    }

    @Test
    void what_is_written_is_read() {
        Block block = LAYOUT.writer().set("count", 0xffff_fffeL).set("items", -3).block();
        StructReader reader = LAYOUT.reader(Parcel.of(block).at(0));

        assertThat(reader.get("count")).isEqualTo(0xffff_fffeL);
        assertThat(reader.get("items")).isEqualTo(-3);
    }

    @Test
    void a_negative_number_fits_32_bits() {
        assertThat(Parcel.of(LAYOUT.writer().set("count", -1).block()).at(0))
                .startsWith(-1, -1, -1, -1, 0);
    }

    @Test
    void a_number_that_does_not_fit() {
        assertThatThrownBy(() -> LAYOUT.writer().set("count", 0x1_0000_0000L))
                .hasMessage(
                        "0x100000000 does not fit into the 32 bits of count of struct example.");
    }

    @Test
    void a_text_without_room_for_its_nul() {
        assertThatThrownBy(() -> LAYOUT.writer().text("name", "eightch8"))
                .hasMessage(
                        "'eightch8' is too long for name of struct example, which takes 7"
                                + " characters.");
    }

    @Test
    void a_number_in_a_field_of_characters() {
        assertThatThrownBy(() -> Layout.of("s", 6, Field.text("t", 0, 6)).writer().set("t", 1))
                .hasMessage("The field t of s is not a number.");
    }

    @Test
    void a_pointer_in_32_bits() {
        assertThatThrownBy(() -> LAYOUT.writer().point("count", Block.room(1)))
                .hasMessage("The field count of struct example has 4 bytes and holds no pointer.");
    }

    @Test
    void a_field_that_there_is_not() {
        assertThatThrownBy(() -> LAYOUT.field("cnt"))
                .hasMessage(
                        "There is no field cnt in struct example; there are count, items, name.");
    }

    @Test
    void layouts_that_contradict_themselves() {
        assertThatThrownBy(() -> Layout.of("s", 8, Field.u64("a", 4)))
                .hasMessage("The field a ends at byte 12, but s has 8 bytes.");
        assertThatThrownBy(() -> Layout.of("s", 16, Field.u64("a", 0), Field.u32("b", 4)))
                .hasMessage("The fields a and b of s overlap.");
        assertThatThrownBy(() -> Layout.of("s", 16, Field.u32("a", 0), Field.u32("a", 4)))
                .hasMessage("There are two fields a in s.");
    }

    @Test
    void bytes_that_end_too_early() {
        assertThatThrownBy(() -> LAYOUT.reader(new byte[15]).get("items"))
                .isInstanceOf(MalformedException.class)
                .hasMessage(
                        "The field items of struct example ends at byte 16, but there are 15"
                                + " bytes.");
    }
}
