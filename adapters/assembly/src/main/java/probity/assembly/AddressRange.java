package probity.assembly;

/**
 * A range of addresses that somebody uses.
 *
 * @param name what lies there, for messages
 * @param start the lowest address
 * @param end the first address after it
 */
record AddressRange(String name, long start, long end) {
    boolean overlaps(long from, long to) {
        return Long.compareUnsigned(from, end) < 0 && Long.compareUnsigned(start, to) < 0;
    }

    boolean contains(long address) {
        return overlaps(address, address + 1);
    }

    @Override
    public String toString() {
        return "%s (0x%x–0x%x)".formatted(name, start, end - 1);
    }
}
