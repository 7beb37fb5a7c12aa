package probity.machine;

/** Reading and writing parts of v registers. */
final class SimdRegisters {
    private SimdRegisters() {}

    /** Loads 1 to 16 bytes into v{@code t} and clears the rest of it. */
    static void load(Cpu cpu, long address, int size, int t) {
        if (size == 16) {
            cpu.memory.loadQ(address, t);
        } else {
            cpu.v[2 * t] = cpu.memory.load(address, size);
            cpu.v[2 * t + 1] = 0;
        }
    }

    /** Stores the low 1 to 16 bytes of v{@code t}. */
    static void store(Cpu cpu, long address, int size, int t) {
        if (size == 16) {
            cpu.memory.storeQ(address, cpu.v[2 * t], cpu.v[2 * t + 1]);
        } else {
            cpu.memory.store(address, size, cpu.v[2 * t]);
        }
    }

    /** The manual's Elem[]: element {@code index} of {@code size} bytes. */
    static long element(Cpu cpu, int n, int index, int size) {
        int bit = 8 * size * index;
        return cpu.v[2 * n + (bit >> 6)] >>> (bit & 63) & Bits.ones(8 * size);
    }

    static void setElement(Cpu cpu, int n, int index, int size, long value) {
        int bit = 8 * size * index;
        int half = 2 * n + (bit >> 6);
        long field = Bits.ones(8 * size) << (bit & 63);
        cpu.v[half] = cpu.v[half] & ~field | value << (bit & 63) & field;
    }

    /** Writes a whole register; the high half is cleared if only 64 bits are meant. */
    static void set(Cpu cpu, int n, boolean quad, long high, long low) {
        cpu.v[2 * n] = low;
        cpu.v[2 * n + 1] = quad ? high : 0;
    }
}
