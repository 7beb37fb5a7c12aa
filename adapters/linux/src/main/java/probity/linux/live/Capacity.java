package probity.linux.live;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a machine has for guests.
 *
 * @param processors how many; a guest of one CPU keeps one busy
 * @param memory in MiB
 */
record Capacity(int processors, long memory) {
    /** A guest in use, and one of another kernel of its release line that waits. */
    private static final int GUESTS_EACH = 2;

    /** The other half is for the judge and whoever else is there. */
    private static final int SHARE = 2;

    private static final int MIB = 20;

    /** What there is here; in a container, what that may have. */
    static Capacity ofThisMachine() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        return new Capacity(Runtime.getRuntime().availableProcessors(), bytes >> MIB);
    }

    /**
     * How many guests of one kernel should be in use at the same time; at least one.
     *
     * @param each the memory of a guest, in MiB
     */
    int guests(int each) {
        long room = memory / SHARE / GUESTS_EACH / each;
        return (int) Math.max(1, Math.min(processors, room));
    }
}
