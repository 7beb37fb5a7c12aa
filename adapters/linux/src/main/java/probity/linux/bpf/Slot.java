package probity.linux.bpf;

import java.nio.ByteBuffer;

/**
 * The 8 bytes that an instruction takes, or a half of one that takes 16.
 *
 * @param opcode class, operation and where the operand comes from
 * @param destination a register's number
 * @param source a register's number, or what the immediate stands for
 * @param offset of a memory access, or the distance of a jump; 16 bits, signed
 * @param immediate 32 bits, signed
 */
record Slot(int opcode, int destination, int source, int offset, int immediate) {
    static final int BYTES = 8;

    Slot {
        if (offset != (short) offset) {
            throw new IllegalArgumentException(
                    "The offset %d does not fit into the 16 bits of an instruction."
                            .formatted(offset));
        }
    }

    void write(ByteBuffer to) {
        to.put((byte) opcode);
        to.put((byte) (source << 4 | destination));
        to.putShort((short) offset);
        to.putInt(immediate);
    }
}
