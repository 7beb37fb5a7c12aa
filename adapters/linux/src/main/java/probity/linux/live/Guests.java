package probity.linux.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Guest> free = new ArrayDeque<>();

    Guests(Snapshots snapshots, Qemu qemu, Path image, GuestOptions options) {
        this.snapshots = snapshots;
        this.qemu = qemu;
        this.image = image;
        this.options = options;
    }

    GuestOptions options() {
        return options;
    }

    /** A guest for one user alone. */
    synchronized Guest take() {
        Guest guest = free.poll();
        if (guest != null) {
            return guest;
        }
        try {
            return snapshots.start(qemu, image, options);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes a guest back that is as it was. */
    synchronized void give(Guest guest) {
        free.push(guest);
    }

    @Override
    public synchronized void close() {
        while (!free.isEmpty()) {
            free.pop().close();
        }
    }
}
