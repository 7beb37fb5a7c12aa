package probity.machine;

/** The way of one CPU to the memory: counts what it loads and stores, and reports its writes. */
final class MemoryPort {
    private final Cpu cpu;
    private final AddressSpace space;
    private final WriteObservers observers;
    final Reservation reservation;
    private long loads;
    private long stores;
    private long bytesLoaded;
    private long bytesStored;

    MemoryPort(Cpu cpu, Memory memory) {
        this.cpu = cpu;
        this.space = memory.space();
        this.observers = memory.observers();
        this.reservation = observers.newReservation();
    }

    Counters counters(long instructions) {
        return new Counters(instructions, loads, stores, bytesLoaded, bytesStored);
    }

    long load64(long address) {
        long value = space.load64(address);
        loaded(Long.BYTES);
        return value;
    }

    int load32(long address) {
        int value = space.load32(address);
        loaded(Integer.BYTES);
        return value;
    }

    /** Zero-extended load of 1, 2, 4 or 8 bytes. */
    long load(long address, int size) {
        long value = space.load(address, size);
        loaded(size);
        return value;
    }

    void store64(long address, long value) {
        space.store64(address, value);
        stored(address, Long.BYTES);
    }

    void store32(long address, int value) {
        space.store32(address, value);
        stored(address, Integer.BYTES);
    }

    /** Store of the low 1, 2, 4 or 8 bytes. */
    void store(long address, int size, long value) {
        space.store(address, size, value);
        stored(address, size);
    }

    /** One access of 16 bytes into v{@code n}. */
    void loadQ(long address, int n) {
        long low = space.load64(address);
        cpu.v[2 * n + 1] = space.load64(address + Long.BYTES);
        cpu.v[2 * n] = low;
        loaded(16);
    }

    /** One access of 16 bytes. */
    void storeQ(long address, long low, long high) {
        space.checkWritable(address, 16);
        space.store64(address, low);
        space.store64(address + Long.BYTES, high);
        stored(address, 16);
    }

    void checkReadable(long address, int size) {
        space.checkReadable(address, size);
    }

    void checkWritable(long address, int size) {
        space.checkWritable(address, size);
    }

    CodePage fetch(long pc) {
        return space.fetch(pc);
    }

    private void loaded(int size) {
        loads++;
        bytesLoaded += size;
    }

    private void stored(long address, int size) {
        stores++;
        bytesStored += size;
        observers.written(reservation, cpu.pc, address, size);
    }
}
