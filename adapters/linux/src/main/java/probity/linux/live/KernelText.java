package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import probity.linux.agent.Agent;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.spi.Bytes;

/** The kernel's memory by address, through {@code /proc/kcore}: an ELF core with a segment each. */
final class KernelText {
    static final String FILE = "/proc/kcore";
    private static final int HEAD = 4096;
    private static final int PROGRAM_HEADER = 56;
    private static final int PT_LOAD = 1;

    private final Agent agent;
    private final SystemCalls calls;
    private final int descriptor;
    private final List<Segment> segments;

    private record Segment(long address, long size, long offset) {
        boolean has(long wanted) {
            return Long.compareUnsigned(wanted - address, size) < 0;
        }
    }

    /**
     * Opens it.
     *
     * @throws probity.linux.agent.SystemCallFailed where the kernel has no such file
     */
    KernelText(Agent agent, SystemCalls calls) {
        this.agent = agent;
        this.calls = calls;
        this.descriptor = calls.open(FILE, SystemCalls.O_RDONLY);
        this.segments = segments(calls.read(descriptor, HEAD));
    }

    /** The bytes at an address. */
    Bytes read(long address, int size) {
        Segment segment =
                segments.stream()
                        .filter(each -> each.has(address))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "%s has nothing at 0x%x."
                                                        .formatted(FILE, address)));
        Scratch scratch = calls.scratch();
        long room = scratch.room(size);
        long offset = segment.offset() + address - segment.address();
        int read =
                BpfRequests.succeeded(
                        calls.call(scratch, SystemCall.PREAD64, descriptor, room, size, offset),
                        "read of %d bytes at 0x%x of %s".formatted(size, address, FILE));
        return Bytes.of(agent.peek(room, read));
    }

    private static List<Segment> segments(byte[] head) {
        ByteBuffer elf = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) elf.getLong(32);
        int count = elf.getShort(56);
        List<Segment> found = new ArrayList<>();
        for (int i = 0; i < count && table + (i + 1) * PROGRAM_HEADER <= head.length; i++) {
            int at = table + i * PROGRAM_HEADER;
            if (elf.getInt(at) == PT_LOAD) {
                found.add(
                        new Segment(
                                elf.getLong(at + 16), elf.getLong(at + 32), elf.getLong(at + 8)));
            }
        }
        return List.copyOf(found);
    }
}
