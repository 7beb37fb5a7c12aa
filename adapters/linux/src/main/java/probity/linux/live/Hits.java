package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import probity.linux.perf.PerfRecord;

/** Hits of events in a ring buffer that was emptied before they were asked for. */
final class Hits {
    /**
     * A sample with the deepest stack, all registers and an event's record is smaller, in bytes.
     */
    static final int LARGEST = 2048;

    private Hits() {}

    /**
     * The hits, if none was lost. A loss is told by the next record that finds room. So one that is
     * told first was before, when nobody asked; and one at the end is not told at all, but leaves a
     * full buffer.
     *
     * @param room how many bytes of the buffer were left
     * @throws IllegalStateException if hits were lost
     */
    static List<PerfRecord.Sampled> of(List<PerfRecord> records, int room) {
        List<PerfRecord.Sampled> hits = new ArrayList<>();
        for (PerfRecord record : records) {
            if (record instanceof PerfRecord.Sampled hit) {
                hits.add(hit);
            } else if (record instanceof PerfRecord.Lost lost && !hits.isEmpty()) {
                throw new IllegalStateException(
                        "%d hits found no room in the ring buffer.".formatted(lost.count()));
            }
        }
        if (room < LARGEST) {
            throw new IllegalStateException(
                    "After %d hits the ring buffer has no room for another."
                            .formatted(hits.size()));
        }
        return hits;
    }
}
