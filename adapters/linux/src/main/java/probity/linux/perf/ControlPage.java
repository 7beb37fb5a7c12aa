package probity.linux.perf;

import probity.linux.abi.Field;
import probity.linux.abi.Layout;
import probity.linux.abi.MalformedException;
import probity.linux.abi.StructReader;

/**
 * The first page of an event's mapped memory: where the ring buffer is, and what in it is new.
 *
 * @param head how many bytes the kernel has ever written
 * @param tail how many of them have been read; who has read writes {@code head} there
 * @param dataOffset where the buffer starts, from the start of the mapped memory
 * @param dataSize the buffer's size, a power of two
 */
public record ControlPage(long head, long tail, long dataOffset, int dataSize) {
    /** Where the part of the page is that is read, from its start. */
    public static final int START = 1024;

    /** How many bytes of the page have to be read. */
    public static final int SIZE = 32;

    /** Where the tail is to be written, from the start of the page. */
    public static final int TAIL = START + 8;

    private static final int LARGEST = 1 << 30;

    private static final Layout LAYOUT =
            Layout.of(
                    "struct perf_event_mmap_page from data_head on",
                    SIZE,
                    Field.u64("data_head", 0),
                    Field.u64("data_tail", TAIL - START),
                    Field.u64("data_offset", 16),
                    Field.u64("data_size", 24));

    /**
     * Reads it.
     *
     * @param page the part of the page
     * @throws MalformedException if it contradicts itself
     */
    public static ControlPage read(byte[] page) {
        StructReader reader = LAYOUT.reader(page);
        long size = reader.get("data_size");
        if (size <= 0 || size > LARGEST || Long.bitCount(size) != 1) {
            throw new MalformedException(
                    "A ring buffer of %d bytes is not one of a power of two.".formatted(size));
        }
        long head = reader.get("data_head");
        long tail = reader.get("data_tail");
        if (head - tail < 0 || head - tail > size) {
            throw new MalformedException(
                    "The ring buffer has %d bytes, of which %d were written and %d read."
                            .formatted(size, head, tail));
        }
        return new ControlPage(head, tail, reader.get("data_offset"), (int) size);
    }

    /** How many bytes have not been read yet. */
    public int unread() {
        return (int) (head - tail);
    }
}
