package probity.machine.fuzz;

/**
 * A class of encodings that is fuzzed on its own.
 *
 * @param name as the manual calls it
 * @param withMemory whether data memory is compared after each case, not only at the end
 */
record EncodingClass(String name, boolean withMemory, Generator generator) {
    @Override
    public String toString() {
        return name;
    }
}
