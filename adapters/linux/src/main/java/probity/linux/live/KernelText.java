package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import probity.linux.agent.Agent;
import probity.linux.agent.Pending;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.spi.Bytes;

/** The kernel's memory by address, through {@code /proc/kcore}: an ELF core with a segment each. */
final class KernelText {
    static final String FILE = "/proc/kcore";
    private static final int HEAD = 4096;

    /** What is read together, in bytes; a worker's memory has room for more. */
    private static final int MOST = 32 << 10;

    /** Nothing here waits for anything: what was asked for has been answered before. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

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

    /**
     * A piece of it.
     *
     * @param address where it begins
     * @param size in bytes
     */
    record Range(long address, int size) {
        long end() {
            return address + size;
        }

        boolean covers(Range other) {
            return address <= other.address() && other.end() <= end();
        }
    }

    /** The bytes at an address. */
    Bytes read(long address, int size) {
        return readAll(List.of(new Range(address, size))).get(0);
    }

    /** The bytes of several pieces; those that lie close together are one journey. */
    List<Bytes> readAll(List<Range> ranges) {
        List<Range> spans = Spans.over(ranges, MOST);
        List<Bytes> contents = new ArrayList<>();
        List<Range> together = new ArrayList<>();
        int sum = 0;
        for (Range span : spans) {
            if (sum + span.size() > MOST) {
                contents.addAll(readTogether(together));
                together.clear();
                sum = 0;
            }
            together.add(span);
            sum += span.size();
        }
        contents.addAll(readTogether(together));
        return ranges.stream().map(range -> cut(range, spans, contents)).toList();
    }

    private static Bytes cut(Range range, List<Range> spans, List<Bytes> contents) {
        int i = 0;
        while (!spans.get(i).covers(range)) {
            i++;
        }
        int from = (int) (range.address() - spans.get(i).address());
        byte[] content = contents.get(i).toArray();
        int to = Math.min(from + range.size(), content.length);
        return Bytes.of(Arrays.copyOfRange(content, Math.min(from, to), to));
    }

    /**
     * The agent does in order what it is asked, so the bytes are there when it is asked for them.
     */
    private List<Bytes> readTogether(List<Range> ranges) {
        int total = ranges.stream().mapToInt(Range::size).sum();
        long room = calls.scratch().room(total);
        List<Pending<Long>> reads = new ArrayList<>();
        int at = 0;
        for (Range range : ranges) {
            long offset = offset(range.address());
            reads.add(
                    agent.begin(
                            Agent.MAIN,
                            SystemCall.PREAD64,
                            descriptor,
                            room + at,
                            range.size(),
                            offset));
            at += range.size();
        }
        byte[] content = agent.peek(room, total);
        List<Bytes> all = new ArrayList<>();
        at = 0;
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            int read = BpfRequests.succeeded(reads.get(i).await(LIMIT), "read of " + range);
            all.add(Bytes.of(Arrays.copyOfRange(content, at, at + read)));
            at += range.size();
        }
        return all;
    }

    private long offset(long address) {
        Segment segment =
                segments.stream()
                        .filter(each -> each.has(address))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "%s has nothing at 0x%x."
                                                        .formatted(FILE, address)));
        return segment.offset() + address - segment.address();
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
