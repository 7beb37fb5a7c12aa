package probity.linux.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.linux.guest.Guest;
import probity.linux.guest.Qemu;
import probity.linux.guest.Snapshots;
import probity.linux.image.KernelImage;

/**
 * The guests of one kernel. One that was used and is as it was before is used again; one that was
 * lost, or complained, is not, and the next starts from the state saved after the boot. Thread
 * safe: a user who waits for a guest to start keeps nobody else waiting.
 */
final class Guests implements AutoCloseable {
    private final Snapshots snapshots;
    private final Qemu qemu;
    private final KernelImage kernel;
    private final LinuxOptions options;
    private final ProgramIds ids;
    private final Spares spares;
    private final Set<Loan> lent = new LinkedHashSet<>();

    /** How often all were ended. */
    private int ends;

    Guests(
            Snapshots snapshots,
            Qemu qemu,
            KernelImage kernel,
            LinuxOptions options,
            ProgramIds ids,
            Spares spares) {
        this.snapshots = snapshots;
        this.qemu = qemu;
        this.kernel = kernel;
        this.options = options;
        this.ids = ids;
        this.spares = spares;
    }

    /** How many should be in use at the same time; a user who takes more gets them. */
    int most() {
        return options.guests();
    }

    /**
     * A guest for one user alone.
     *
     * @throws IllegalStateException if all are ended meanwhile
     */
    Loan take() {
        int before = ends();
        Loan loan = new Loan(spares.take(this).orElseGet(this::started), this::back);
        if (!lend(loan, before)) {
            loan.discard();
            throw new IllegalStateException("The guests were ended while one started.");
        }
        return loan;
    }

    private synchronized int ends() {
        return ends;
    }

    private synchronized boolean lend(Loan loan, int before) {
        return ends == before && lent.add(loan);
    }

    private Station started() {
        try {
            return new Station(
                    snapshots.start(qemu, kernel, options.guest()),
                    guest -> new Rig(guest, options.guest().smp(), ids));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The guests that are in use. */
    synchronized List<Guest> lent() {
        return lent.stream().map(Loan::guest).toList();
    }

    private void back(Loan loan, boolean asItWas) {
        leaving(loan, asItWas).forEach(Station::close);
    }

    /** Takes a guest back; what is to be ended then, which takes a moment. */
    private synchronized List<Station> leaving(Loan loan, boolean asItWas) {
        boolean known = lent.remove(loan); // unless all are being ended
        return known && asItWas
                ? spares.give(this, loan.station(), most())
                : List.of(loan.station());
    }

    /** Ends them all, those too that somebody still has. */
    @Override
    public void close() {
        ended().forEach(Loan::discard);
        for (Optional<Station> spare = spares.take(this);
                spare.isPresent();
                spare = spares.take(this)) {
            spare.get().close();
        }
    }

    private synchronized List<Loan> ended() {
        List<Loan> ended = List.copyOf(lent);
        lent.clear();
        ends++;
        return ended;
    }
}
