package probity.reference;

/**
 * The entry data of one activation of one probe.
 *
 * @param address where it lies in the machine's memory
 * @param size in bytes, as it was asked for
 * @param slot which slot of the pool it takes up
 */
public record EntryData(long address, int size, int slot) {}
