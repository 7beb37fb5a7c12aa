package probity.linux.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.linux.guest.Guest;
import probity.linux.guest.GuestOptions;
import probity.linux.guest.Qemu;
import probity.linux.guest.Snapshots;

/**
 * The guests of one kernel. One that was used and is as it was before is used again; one that was
 * lost, or complained, is not, and the next starts from the state saved after the boot.
 */
final class Guests implements AutoCloseable {
    private final Snapshots snapshots;
    private final Qemu qemu;
    private final Path image;
    private final GuestOptions options;
    private final ProgramIds ids;
    private final Spares spares;
    private final Set<Loan> lent = new LinkedHashSet<>();

    Guests(
            Snapshots snapshots,
            Qemu qemu,
            Path image,
            GuestOptions options,
            ProgramIds ids,
            Spares spares) {
        this.snapshots = snapshots;
        this.qemu = qemu;
        this.image = image;
        this.options = options;
        this.ids = ids;
        this.spares = spares;
    }

    /** A guest for one user alone. */
    synchronized Loan take() {
        Station station = spares.take(this).orElseGet(this::started);
        Loan loan = new Loan(station, this::back);
        lent.add(loan);
        return loan;
    }

    private Station started() {
        try {
            return new Station(
                    snapshots.start(qemu, image, options),
                    guest -> new Rig(guest, options.smp(), ids));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The guests that are in use. */
    synchronized List<Guest> lent() {
        return lent.stream().map(Loan::guest).toList();
    }

    private synchronized void back(Loan loan, boolean asItWas) {
        lent.remove(loan);
        if (asItWas) {
            spares.give(this, loan.station());
        } else {
            loan.station().close();
        }
    }

    /** Ends them all, those too that somebody still has. */
    @Override
    public synchronized void close() {
        List.copyOf(lent).forEach(Loan::discard);
        for (Optional<Station> spare = spares.take(this);
                spare.isPresent();
                spare = spares.take(this)) {
            spare.get().close();
        }
    }
}
