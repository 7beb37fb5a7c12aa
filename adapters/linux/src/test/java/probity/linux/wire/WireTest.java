package probity.linux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import probity.spi.Bytes;

class WireTest {
    @Test
    void aFrameHasHeaderPayloadAndChecksum() {
        Frame frame = Frame.request(0x01020304, Opcode.POKE, 5, Bytes.of(new byte[] {1, 2, 3}));

        assertThat(HexFormat.ofDelimiter(" ").formatHex(Wire.encode(frame)))
                .isEqualTo("50 52 42 59 03 00 00 00 04 03 02 01 03 00 05 00 01 02 03 3d 2c da 72");
    }

    @Test
    void whatIsTooLongIsNotSent() {
        assertThatThrownBy(() -> Frame.request(1, Opcode.POKE, 0, Bytes.of(new byte[65537])))
                .hasMessage("A payload of 65537 bytes was to be sent; a frame has at most 65536.");
        assertThatThrownBy(() -> Frame.request(1, Opcode.POKE, 65536, Bytes.none()))
                .hasMessage("There can be no worker 65536.");
    }
}
