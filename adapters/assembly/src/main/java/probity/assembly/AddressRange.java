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

    /** From the start of this one to the end of a higher one, by this one's name. */
    AddressRange upTo(AddressRange higher) {
        return new AddressRange(name, start, higher.end);
    }

    @Override
    public String toString() {
        return "%s (0x%x–0x%x)".formatted(name, start, end - 1);
    }
}
