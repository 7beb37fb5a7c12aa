package probity.machine;

/**
 * The exclusive monitors of one CPU: what its last load-exclusive marked. A store of another CPU or
 * of the Java side to the same granule clears it; own stores do not.
 */
final class Reservation {
    /** 64 bytes, the usual cache line; CTR_EL0.ERG says the same. */
    private static final long GRANULE = 64;

    private final WriteObservers observers;
    private boolean armed;
    private long address;
    private int size;

    Reservation(WriteObservers observers) {
        this.observers = observers;
    }

    void arm(long at, int bytes) {
        if (!armed) {
            armed = true;
            observers.reservationChanged(1);
        }
        address = at;
        size = bytes;
    }

    void clear() {
        if (armed) {
            armed = false;
            observers.reservationChanged(-1);
        }
    }

    /** Whether a store-exclusive may proceed; the reservation is gone either way. */
    boolean take(long at, int bytes) {
        boolean passes = armed && address == at && size == bytes;
        clear();
        return passes;
    }

    void clearIfTouched(long at, int bytes) {
        long granule = address & -GRANULE;
        if (armed && at - granule < GRANULE && granule - at < bytes) {
            clear();
        }
    }
}
