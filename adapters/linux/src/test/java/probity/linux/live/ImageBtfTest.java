package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ImageBtfTest {
    @Test
    void an_image_without_type_information_has_none() {
        assertThat(ImageBtf.find(new byte[4096])).isEmpty();
        assertThat(ImageBtf.find(new byte[0])).isEmpty();
    }

    @Test
    void what_only_looks_like_it_is_passed_over() {
        byte[] image = new byte[1 << 20];
        ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        words.putInt(64, 0x0001eb9f).putInt(68, 24).putInt(64 + 20, 200_000);
        words.putInt(64 + 12, 12); // types, all zero
        words.putInt(image.length - 24, 0x0001eb9f).putInt(image.length - 4, 200_000); // cut off

        assertThat(ImageBtf.find(image)).isEmpty();
    }
}
