package probity.machine;

/** Told about writes to a range of memory. */
@FunctionalInterface
public interface WriteListener {
    /**
     * Called after the write.
     *
     * @param pc the instruction that wrote, or {@link Watch#JAVA}
     * @param address where it wrote; may begin before the watched range and reach into it
     * @param size in bytes; an instruction that stores a pair reports each register
     */
    void onWrite(long pc, long address, int size);
}
