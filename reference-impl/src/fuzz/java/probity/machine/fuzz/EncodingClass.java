package probity.machine.fuzz;

/**
 * A class of encodings that is fuzzed on its own.
 *
 * @param name as the manual calls it
 * @param withMemory whether data memory is compared after each case
 * @param undefinedToo whether Unicorn is also asked about words that this kit's machine refuses; at
 *     some unallocated ones it ends the whole process
 */
record EncodingClass(String name, boolean withMemory, boolean undefinedToo, Generator generator) {
    EncodingClass(String name, boolean withMemory, Generator generator) {
        this(name, withMemory, true, generator);
    }

    @Override
    public String toString() {
        return name;
    }
}
