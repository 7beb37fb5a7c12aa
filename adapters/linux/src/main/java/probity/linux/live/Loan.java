package probity.linux.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import probity.linux.guest.Guest;

/** A guest that one user has, until it is given back. Giving it back is thread safe. */
final class Loan implements AutoCloseable {
    private final Station station;
    private final BiConsumer<Loan, Boolean> back;
    private final AtomicBoolean returned = new AtomicBoolean();
    private volatile boolean spoilt;

    /**
     * Lends a guest.
     *
     * @param back takes it back, and is told whether it is as it was
     */
    Loan(Station station, BiConsumer<Loan, Boolean> back) {
        this.station = station;
        this.back = back;
    }

    Station station() {
        return station;
    }

    Guest guest() {
        return station.guest();
    }

    /** What is set up in the guest. */
    Rig rig() {
        return station.rig();
    }

    /** Says that nobody should use the guest after this user. */
    void spoil() {
        spoilt = true;
    }

    /** Gives the guest back as one that is of no use any more. */
    void discard() {
        spoil();
        close();
    }

    @Override
    public void close() {
        if (!returned.getAndSet(true)) {
            back.accept(this, !spoilt);
        }
    }
}
