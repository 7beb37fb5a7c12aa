package probity.linux.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The last system calls and their results, for whoever wants to know what a guest died of. */
final class Transcript {
    /** More than one step of a plan takes. */
    static final int KEPT = 64;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Writes a call down when it is sent.
     *
     * @param inVain whether the agent is known to be lost: the call says nothing of the reason then
     */
    synchronized Entry sent(int worker, long number, long[] arguments, boolean inVain) {
        Entry entry = new Entry(worker, number, arguments.clone());
        if (inVain) {
            return entry;
        }
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
        return entry;
    }

    /** The calls as lines, the oldest first; one without an answer ends in {@code = ?}. */
    synchronized List<String> lines() {
        return entries.stream().map(Entry::toString).toList();
    }

    /** One call. */
    static final class Entry {
        private final int worker;
        private final long number;
        private final long[] arguments;
        private volatile String result = "?";

        private Entry(int worker, long number, long[] arguments) {
            this.worker = worker;
            this.number = number;
            this.arguments = arguments;
        }

        void answered(String text) {
            result = text;
        }

        @Override
        public String toString() {
            return "worker %d: %s(%s) = %s"
                    .formatted(
                            worker,
                            SystemCall.name(number),
                            LongStream.of(arguments)
                                    .mapToObj(Long::toHexString)
                                    .map("0x"::concat)
                                    .collect(Collectors.joining(", ")),
                            result);
        }
    }
}
