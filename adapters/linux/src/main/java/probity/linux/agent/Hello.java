package probity.linux.agent;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import probity.spi.Bytes;

/**
 * How an agent introduces itself.
 *
 * @param pageSize of the guest, in bytes
 * @param buffer the address of memory that the host may use for arguments
 * @param bufferSize its size, in bytes
 * @param workers the highest number of a worker
 * @param mounts the errno of each mount, positive; 0 where it worked
 */
public record Hello(
        int pageSize, long buffer, long bufferSize, int workers, Map<Mount, Integer> mounts) {
    /** The version of the protocol that both sides speak. */
    static final int VERSION = 1;

    private static final int FIXED = 32;

    public Hello {
        mounts = Collections.unmodifiableMap(new EnumMap<>(mounts));
    }

    /** Reads the payload of a {@code HELLO}. */
    static Hello parse(Bytes payload) {
        int mounts = Mount.values().length;
        ByteBuffer bytes = ByteBuffer.wrap(payload.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (payload.size() < Integer.BYTES || bytes.getInt(0) != VERSION) {
            throw new AgentLost(
                    AgentProblems.foreignVersion(
                            payload.size() < Integer.BYTES ? 0 : bytes.getInt(0)));
        }
        if (payload.size() != FIXED + Integer.BYTES * mounts || bytes.getInt(28) != mounts) {
            throw new AgentLost(AgentProblems.badPayload("HELLO", payload.size()));
        }
        Map<Mount, Integer> results = new EnumMap<>(Mount.class);
        for (Mount mount : Mount.values()) {
            results.put(mount, -bytes.getInt(FIXED + Integer.BYTES * mount.ordinal()));
        }
        return new Hello(
                bytes.getInt(4), bytes.getLong(8), bytes.getLong(16), bytes.getInt(24), results);
    }

    /** The part of the buffer that belongs to a worker, so that two never write into one place. */
    Region share(int worker) {
        long size = bufferSize / (workers + 1) & -Long.BYTES;
        return new Region(buffer + worker * size, size);
    }

    /**
     * Memory of the guest.
     *
     * @param address the first byte's
     * @param size in bytes
     */
    record Region(long address, long size) {}
}
