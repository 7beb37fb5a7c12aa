package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import probity.linux.image.KernelImage;
import probity.linux.wire.Frame;
import probity.linux.wire.FrameReader;
import probity.linux.wire.Opcode;
import probity.linux.wire.Wire;
import probity.spi.Bytes;

/** A host that talks nonsense to a real agent, which says so each time and goes on. */
@Tag("qemu")
class BrokenHostTest {
    private static final int SEQUENCE = 77;

    private SocketChannel line;
    private FrameReader frames;

    @Test
    void theAgentAnswersNonsenseWithAnErrorAndGoesOn() throws Exception {
        KernelImage kernel = Live.anyKernel();
        Qemu qemu = Live.qemu();
        GuestOptions options = GuestOptions.defaults();
        try (Machine machine =
                Machine.start(
                        kernel.modules(),
                        directory ->
                                new MachineCommand(options).boot(qemu, kernel.image(), directory),
                        options.bootLimit())) {
            line = machine.lines().get(0);
            frames = new FrameReader(line);
            assertThat(frames.next().orElseThrow().opcode()).isEqualTo(Opcode.HELLO);

            send("garbage".getBytes(StandardCharsets.UTF_8));
            expectError(0, 1, 0x62726167); // "garb"
            goesOn();

            byte[] tooLong = good();
            tooLong[6] = 2;
            send(tooLong);
            expectError(0, 2, 0x2_0000 + 12);
            send(good()); // up to its magic everything is skipped, without another word
            expectPeeked();

            byte[] flipped = good();
            flipped[20] ^= 1;
            send(flipped);
            assertThat(error(0, 3)).isNotZero();
            goesOn();

            // A frame that ends early swallows what follows, but not for ever.
            send(Arrays.copyOf(good(), 20));
            send(good());
            assertThat(error(0, 3)).isNotZero();
            send(good());
            expectError(0, 1, Integer.toUnsignedLong(word(good(), 12)));
            expectPeeked();

            send(Frame.request(SEQUENCE, Opcode.ERROR, 0, Bytes.none()));
            expectError(SEQUENCE, 4, 0x7f);
            send(Frame.request(SEQUENCE, Opcode.CALL, 0, Bytes.of(new byte[55])));
            expectError(SEQUENCE, 5, 55);
            send(Frame.request(SEQUENCE, Opcode.HELLO, 16, Bytes.none()));
            expectError(SEQUENCE, 6, 16);
            send(Frame.request(SEQUENCE, Opcode.SPAWN, 0, Bytes.none()));
            expectError(SEQUENCE, 6, 0);
            send(Frame.request(SEQUENCE, Opcode.PEEK, 0, peek(0x40_0000, 65537)));
            expectError(SEQUENCE, 2, 65537);
            send(Frame.request(SEQUENCE, Opcode.PEEK, 0, peek(-8, 4)));
            expectError(SEQUENCE, 8, -8);
            goesOn();
            assertThat(machine.console().troubles()).isEmpty();
        }
    }

    private void goesOn() throws IOException {
        send(good());
        expectPeeked();
    }

    /** A request for the first bytes of the agent itself, an ELF file. */
    private static byte[] good() {
        return Wire.encode(Frame.request(SEQUENCE, Opcode.PEEK, 0, peek(0x40_0000, 4)));
    }

    private void expectPeeked() throws IOException {
        Frame answer = frames.next().orElseThrow();
        assertThat(answer.opcode()).isEqualTo(Opcode.PEEK);
        assertThat(answer.sequence()).isEqualTo(SEQUENCE);
        assertThat(answer.payload().toString()).isEqualTo("7f454c46");
    }

    private void expectError(int sequence, int code, long detail) throws IOException {
        assertThat(error(sequence, code)).isEqualTo(detail);
    }

    /** The detail of the error that comes. */
    private long error(int sequence, int code) throws IOException {
        Frame answer = frames.next().orElseThrow();
        assertThat(answer.opcode()).isEqualTo(Opcode.ERROR);
        assertThat(answer.sequence()).isEqualTo(sequence);
        ByteBuffer payload =
                ByteBuffer.wrap(answer.payload().toArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(payload.getInt(0)).isEqualTo(code);
        return payload.getLong(4);
    }

    private void send(Frame frame) throws IOException {
        send(Wire.encode(frame));
    }

    private void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            line.write(buffer);
        }
    }

    private static Bytes peek(long address, int length) {
        return Bytes.of(
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(address)
                        .putInt(length)
                        .array());
    }

    private static int word(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
