package probity.linux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import probity.spi.Bytes;

/** What an agent sends, and what none would. */
class FrameReaderTest {
    private static final Frame PONG = answer(7, Opcode.CALL, new byte[] {1, 0, 0, 0, 0, 0, 0, 0});
    private static final Frame EMPTY = answer(8, Opcode.POKE, new byte[0]);
    private static final Frame LONGEST = answer(-1, Opcode.PEEK, new byte[Frame.MOST_PAYLOAD]);

    @Test
    void framesComeOneAfterTheOther() throws Exception {
        FrameReader reader = reader(bytes(PONG, EMPTY, LONGEST));

        assertThat(reader.next()).contains(PONG);
        assertThat(reader.next()).contains(EMPTY);
        assertThat(reader.next()).contains(LONGEST);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void aFrameMayComeByteByByte() throws Exception {
        ReadableByteChannel all = Channels.newChannel(new ByteArrayInputStream(bytes(PONG, EMPTY)));
        FrameReader reader = new FrameReader(new OneByOne(all));

        assertThat(reader.next()).contains(PONG);
        assertThat(reader.next()).contains(EMPTY);
        assertThat(reader.next()).isEmpty();
    }

    static Stream<Arguments> broken() {
        byte[] good = bytes(PONG);
        return Stream.of(
                Arguments.of(
                        "a message of the kernel",
                        "[    1.234567] random: crng init done".getBytes(),
                        "wire-magic",
                        "begins with 5b 20 20 20 20 31 2e 32 33 34 35 36 37 5d 20 72 (\"[ "
                                + "   1.234567] r\") instead of its magic PRBY."),
                Arguments.of(
                        "a byte before the frame",
                        concat(new byte[] {'\r'}, good),
                        "wire-magic",
                        "begins with 0d 50 52 42 59"),
                Arguments.of(
                        "a byte that was lost",
                        concat(Arrays.copyOf(good, 17), Arrays.copyOfRange(good, 18, 28), good),
                        "wire-checksum",
                        "has the checksum 0x"),
                Arguments.of(
                        "a bit that was turned over",
                        changed(good, 16, 0x40),
                        "wire-checksum",
                        "A frame of the agent has the checksum 0x"),
                Arguments.of(
                        "a checksum that was turned over",
                        changed(good, 24, 1),
                        "wire-checksum",
                        "but its bytes have 0x"),
                Arguments.of(
                        "a length that cannot be",
                        changed(good, 7, 0xff),
                        "wire-length",
                        "announces a payload of 4278190088 bytes; a frame has at most 65536."),
                Arguments.of(
                        "a length of one too many",
                        changed(changed(good, 6, 1), 4, 9),
                        "wire-length",
                        "announces a payload of 65537 bytes"),
                Arguments.of(
                        "a request instead of an answer",
                        Wire.encode(Frame.request(1, Opcode.HELLO, 0, Bytes.none())),
                        "wire-opcode",
                        "a frame with the opcode 0x1, which is no answer that it gives."),
                Arguments.of(
                        "an opcode that there is not",
                        resealed(changed(good, 12, 0x10)),
                        "wire-opcode",
                        "a frame with the opcode 0x94"),
                Arguments.of(
                        "an end within the header",
                        Arrays.copyOf(good, 15),
                        "wire-truncated",
                        "The line ended after 15 of the 16 bytes of a frame."),
                Arguments.of(
                        "an end within the payload",
                        Arrays.copyOf(good, 27),
                        "wire-truncated",
                        "The line ended after 27 of the 28 bytes of a frame."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatNoAgentSendsEndsTheLine(String name, byte[] bytes, String code, String message) {
        assertThatThrownBy(() -> reader(bytes).next())
                .isInstanceOfSatisfying(
                        WireException.class,
                        broken -> {
                            assertThat(broken.diagnostic().code()).isEqualTo(code);
                            assertThat(broken.diagnostic().message()).contains(message);
                            assertThat(broken.diagnostic().hint()).isNotEmpty();
                        });
    }

    private static Frame answer(int sequence, Opcode opcode, byte[] payload) {
        return new Frame(sequence, opcode, true, 3, Bytes.of(payload));
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static byte[] bytes(Frame... frames) {
        return concat(Stream.of(frames).map(Wire::encode).toArray(byte[][]::new));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int at, int bits) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) bits;
        return changed;
    }

    /** With the checksum that the changed bytes should have. */
    private static byte[] resealed(byte[] bytes) {
        int length = bytes.length - Wire.CHECKSUM;
        ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(length, Wire.checksum(bytes, length));
        return bytes;
    }

    /** A channel that gives no more than a byte at a time. */
    private record OneByOne(ReadableByteChannel all) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer into) throws java.io.IOException {
            ByteBuffer one = ByteBuffer.allocate(1);
            int read = all.read(one);
            if (read > 0) {
                into.put(one.flip());
            }
            return read;
        }

        @Override
        public boolean isOpen() {
            return all.isOpen();
        }

        @Override
        public void close() throws java.io.IOException {
            all.close();
        }
    }
}
