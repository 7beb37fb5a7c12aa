package probity.linux.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import probity.linux.guest.Guest;

/** A guest that one user has, until it is given back. Thread safe. */
final class Loan implements AutoCloseable {
    private final Guest guest;
    private final BiConsumer<Loan, Boolean> back;
    private final AtomicBoolean returned = new AtomicBoolean();
    private volatile boolean spoilt;

    /**
     * Lends a guest.
     *
     * @param back takes it back, and is told whether it is as it was
     */
    Loan(Guest guest, BiConsumer<Loan, Boolean> back) {
        this.guest = guest;
        this.back = back;
    }

    Guest guest() {
        return guest;
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
