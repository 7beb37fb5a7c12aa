package probity.machine;

/**
 * The exclusive monitors of one CPU: what its last load-exclusive marked. A store of another CPU or
 * of the Java side to the same granule clears it; own stores do not.
 */
final class Reservation {
    /** 64 bytes, the usual cache line; CTR_EL0.ERG says the same. */
    private static final long GRANULE = 64;

    private final Memory memory;
    private boolean armed;
    private long address;
    private int size;

    Reservation(Memory memory) {
        this.memory = memory;
    }

    boolean armed() {
        return armed;
    }

    void arm(long at, int bytes) {
        armed = true;
        address = at;
        size = bytes;
        memory.updateObserved();
    }

    void clear() {
        if (armed) {
            armed = false;
            memory.updateObserved();
        }
    }

    /** Whether a store-exclusive may proceed; the reservation is gone either way. */
    boolean take(long at, int bytes) {
        boolean passes = armed && address == at && size == bytes;
        clear();
        return passes;
    }

    void clearIfTouched(long at, int bytes) {
        if (armed && (address & -GRANULE) - at < bytes && at - (address | (GRANULE - 1)) <= 0) {
            clear();
        }
    }
}
