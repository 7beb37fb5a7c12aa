package probity.machine;

/**
 * What a CPU has done so far.
 *
 * @param instructions executed instructions; one that faulted does not count
 * @param loads accesses that read memory; a pair counts two, as do the manual's {@code Mem[]} reads
 * @param stores accesses that wrote memory, counted likewise
 * @param bytesLoaded bytes read by them
 * @param bytesStored bytes written by them
 */
public record Counters(
        long instructions, long loads, long stores, long bytesLoaded, long bytesStored) {

    /** What was done since {@code earlier}. */
    public Counters minus(Counters earlier) {
        return new Counters(
                instructions - earlier.instructions,
                loads - earlier.loads,
                stores - earlier.stores,
                bytesLoaded - earlier.bytesLoaded,
                bytesStored - earlier.bytesStored);
    }
}
