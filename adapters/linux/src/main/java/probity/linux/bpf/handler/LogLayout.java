package probity.linux.bpf.handler;

/**
 * The log's dimensions: those of an array map with {@code capacity + 1} values of {@code slotSize}
 * bytes and keys of 4, of which value 0 is the counter.
 *
 * @param slotSize in bytes, a multiple of 8: the most that one record can take
 * @param capacity how many records there is room for
 */
public record LogLayout(int slotSize, int capacity) {
    /** Offsets in a record are those of a BPF instruction, 16 bits with a sign. */
    private static final int LARGEST_SLOT = 1 << 15;

    /** The dimensions, if they make sense. */
    public LogLayout {
        if (slotSize < RecordHeader.SIZE || slotSize > LARGEST_SLOT || slotSize % 8 != 0) {
            throw new IllegalArgumentException(
                    "A slot of %d bytes is not a multiple of 8 from %d to %d."
                            .formatted(slotSize, RecordHeader.SIZE, LARGEST_SLOT));
        }
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "A log needs room for at least one record, not for %d.".formatted(capacity));
        }
    }

    /** Room for 2047 records of a capture and three deep walks each, in 8 MiB. */
    public static LogLayout defaults() {
        return new LogLayout(4096, 2047);
    }

    /** The map's {@code max_entries}. */
    public int entries() {
        return capacity + 1;
    }

    /** The size of the whole map's values in bytes. */
    public long bytes() {
        return (long) entries() * slotSize;
    }

    /** How many bytes, from the start, are worth reading after this many hits. */
    public long used(long hits) {
        return (Math.min(hits, capacity) + 1) * slotSize;
    }
}
