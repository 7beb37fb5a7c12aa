package probity.linux.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParcelTest {
    @Test
    void a_block_stands_first_and_what_it_points_to_follows() {
        Block name = Block.text("leaf");
        Block names = Block.pointers(List.of(name));
        Parcel parcel = Parcel.of(names);

        assertThat(parcel.size()).isEqualTo(16);
        assertThat(parcel.offsetOf(names)).isZero();
        assertThat(parcel.offsetOf(name)).isEqualTo(8);
        assertThat(parcel.at(0x10000))
                .containsExactly(8, 0, 1, 0, 0, 0, 0, 0, 'l', 'e', 'a', 'f', 0, 0, 0, 0);
    }

    @Test
    void each_block_starts_at_a_multiple_of_8() {
        Block first = Block.text("a");
        Block second = Block.text("eight ch");
        Block third = Block.room(3);
        Parcel parcel = Parcel.of(Block.pointers(List.of(first, second, third)));

        assertThat(List.of(first, second, third))
                .extracting(parcel::offsetOf)
                .containsExactly(24, 32, 48);
        assertThat(parcel.size()).isEqualTo(56);
    }

    @Test
    void a_block_pointed_to_twice_is_there_once() {
        Block shared = Block.room(8);
        Parcel parcel = Parcel.of(Block.pointers(List.of(shared, shared)));

        assertThat(parcel.size()).isEqualTo(24);
        assertThat(LittleEndian.words(parcel.at(0x8000))).containsExactly(0x8010L, 0x8010L, 0L);
    }

    @Test
    void blocks_with_equal_content_are_two_places() {
        Parcel parcel = Parcel.of(Block.pointers(List.of(Block.room(8), Block.room(8))));

        assertThat(parcel.size()).isEqualTo(32);
    }

    @Test
    void an_address_that_would_misalign_all_of_it_is_refused() {
        assertThatThrownBy(() -> Parcel.of(Block.room(8)).at(0x1004))
                .hasMessage("A parcel cannot lie at 0x1004, which is not a multiple of 8.");
    }

    @Test
    void a_block_from_elsewhere_has_no_place() {
        assertThatThrownBy(() -> Parcel.of(Block.room(8)).offsetOf(Block.room(24)))
                .hasMessage("A block of 24 bytes is not in this parcel.");
    }
}
