package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class PoisonTest {
    @Test
    void bytes_are_the_next_words_with_the_lowest_byte_first() {
        Poison words = new Poison(1, 2);
        ByteBuffer bytes =
                ByteBuffer.wrap(new Poison(1, 2).bytes(20)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes.getLong()).isEqualTo(words.next());
        assertThat(bytes.getLong()).isEqualTo(words.next());
        assertThat(bytes.getInt()).isEqualTo((int) words.next());
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void seeds_and_uses_have_sequences_of_their_own() {
        assertThat(new Poison(1, 2).next())
                .isEqualTo(new Poison(1, 2).next())
                .isNotEqualTo(new Poison(2, 2).next())
                .isNotEqualTo(new Poison(1, 3).next());
    }
}
