package probity.linux.bpf.handler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Memory as a program sees it: regions far from each other, and nothing between them. */
final class FakeMemory {
    /** A run of memory; what was never written in it must not be read. */
    private record Region(
            String name, long start, ByteBuffer bytes, boolean writable, BitSet written) {
        boolean contains(long address, int size) {
            return address >= start && address + size <= start + bytes.capacity();
        }
    }

    private final List<Region> regions = new ArrayList<>();

    /** Adds a region that has been written. */
    long add(String name, byte[] content, boolean writable) {
        BitSet written = new BitSet();
        written.set(0, content.length);
        return add(name, content, writable, written);
    }

    /** Adds a region that has not. */
    long addFresh(String name, int size) {
        return add(name, new byte[size], true, new BitSet());
    }

    private long add(String name, byte[] content, boolean writable, BitSet written) {
        long start = (regions.size() + 1) * 0x1_0000_0000L;
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        regions.add(new Region(name, start, bytes, writable, written));
        return start;
    }

    long read(long address, int size) {
        Region region = region(address, size);
        int at = (int) (address - region.start());
        if (region.written().nextClearBit(at) < at + size) {
            throw new AssertionError("Read before it was written: " + region.name() + " +" + at);
        }
        return switch (size) {
            case 1 -> region.bytes().get(at) & 0xff;
            case 2 -> region.bytes().getShort(at) & 0xffff;
            case 4 -> Integer.toUnsignedLong(region.bytes().getInt(at));
            default -> region.bytes().getLong(at);
        };
    }

    void write(long address, int size, long value) {
        Region region = region(address, size);
        int at = (int) (address - region.start());
        if (!region.writable()) {
            throw new AssertionError("Written to " + region.name() + " +" + at);
        }
        region.written().set(at, at + size);
        switch (size) {
            case 1 -> region.bytes().put(at, (byte) value);
            case 2 -> region.bytes().putShort(at, (short) value);
            case 4 -> region.bytes().putInt(at, (int) value);
            default -> region.bytes().putLong(at, value);
        }
    }

    private Region region(long address, int size) {
        if (address % size != 0) {
            throw new AssertionError("Misaligned access of %d at 0x%x".formatted(size, address));
        }
        return regions.stream()
                .filter(region -> region.contains(address, size))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "Access of %d out of bounds at 0x%x"
                                                .formatted(size, address)));
    }
}
