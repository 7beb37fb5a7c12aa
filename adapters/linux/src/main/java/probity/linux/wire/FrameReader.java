package probity.linux.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Optional;
import probity.spi.Bytes;

/**
 * Reads the agent's frames. It skips nothing: an agent that sends one wrong byte is not to be
 * believed any more. Not thread safe.
 */
public final class FrameReader {
    private final ReadableByteChannel channel;
    private final ByteBuffer frame =
            ByteBuffer.allocate(Wire.HEADER + Frame.MOST_PAYLOAD + Wire.CHECKSUM)
                    .order(ByteOrder.LITTLE_ENDIAN);

    /** Reads from a channel that blocks. */
    public FrameReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /**
     * The next frame; empty if the line ended before it.
     *
     * @throws WireException if what comes is not an answer of the agent, or ends within one
     */
    public Optional<Frame> next() throws IOException {
        frame.clear();
        if (!fill(Wire.HEADER)) {
            return Optional.empty();
        }
        int magic = frame.getInt(0);
        if (magic != Wire.MAGIC) {
            throw new WireException(WireProblems.badMagic(Arrays.copyOf(frame.array(), 16)));
        }
        int length = frame.getInt(4);
        if (Integer.compareUnsigned(length, Frame.MOST_PAYLOAD) > 0) {
            throw new WireException(WireProblems.badLength(length));
        }
        fill(Wire.HEADER + length + Wire.CHECKSUM);
        int sent = frame.getInt(Wire.HEADER + length);
        int computed = Wire.checksum(frame.array(), Wire.HEADER + length);
        if (sent != computed) {
            throw new WireException(WireProblems.badChecksum(sent, computed));
        }
        return Optional.of(decode(length));
    }

    private Frame decode(int length) throws WireException {
        int number = Short.toUnsignedInt(frame.getShort(12));
        Optional<Opcode> opcode = Opcode.of(number & ~Wire.ANSWER);
        if ((number & Wire.ANSWER) == 0 || opcode.isEmpty()) {
            throw new WireException(WireProblems.badOpcode(number));
        }
        byte[] payload = Arrays.copyOfRange(frame.array(), Wire.HEADER, Wire.HEADER + length);
        return new Frame(
                frame.getInt(8),
                opcode.get(),
                true,
                Short.toUnsignedInt(frame.getShort(14)),
                Bytes.of(payload));
    }

    /** Whether the first {@code size} bytes of the frame are there; false if not even one is. */
    private boolean fill(int size) throws IOException {
        frame.limit(size);
        while (frame.hasRemaining()) {
            if (channel.read(frame) < 0) {
                if (frame.position() == 0) {
                    return false;
                }
                throw new WireException(WireProblems.truncated(frame.position(), size));
            }
        }
        return true;
    }
}
