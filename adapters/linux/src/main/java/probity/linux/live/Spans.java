package probity.linux.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import probity.linux.live.KernelText.Range;

/** Ranges of memory that are read as one, since a read costs more than the bytes between them. */
final class Spans {
    /** A read takes as long as the transfer of so many bytes over a serial line. */
    private static final int GAP = 128;

    private Spans() {}

    /**
     * The fewest ranges over all of these with no larger gap within.
     *
     * @param most the largest size of one that is not given like this
     */
    static List<Range> over(List<Range> ranges, int most) {
        List<Range> spans = new ArrayList<>();
        ranges.stream()
                .sorted(Comparator.comparingLong(Range::address))
                .forEach(
                        range -> {
                            Range last = spans.isEmpty() ? range : spans.get(spans.size() - 1);
                            long end = Math.max(last.end(), range.end());
                            boolean near = range.address() - last.end() <= GAP;
                            if (!spans.isEmpty() && near && end - last.address() <= most) {
                                int size = (int) (end - last.address());
                                spans.set(spans.size() - 1, new Range(last.address(), size));
                            } else {
                                spans.add(range);
                            }
                        });
        return spans;
    }
}
