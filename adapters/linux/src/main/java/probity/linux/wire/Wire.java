package probity.linux.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** The layout of a frame, little endian: header, payload, CRC-32 of both. */
public final class Wire {
    static final int MAGIC = 0x5942_5250; // "PRBY"
    static final int HEADER = 16;
    static final int CHECKSUM = 4;
    static final int ANSWER = 0x80;

    private Wire() {}

    /** The bytes of a frame. */
    public static byte[] encode(Frame frame) {
        int length = frame.payload().size();
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER + length + CHECKSUM).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC)
                .putInt(length)
                .putInt(frame.sequence())
                .putShort((short) (frame.opcode().number() | (frame.answer() ? ANSWER : 0)))
                .putShort((short) frame.worker())
                .put(frame.payload().toArray());
        return bytes.putInt(checksum(bytes.array(), HEADER + length)).array();
    }

    static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
