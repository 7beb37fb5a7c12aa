package probity.linux.live;

import java.util.Optional;
import java.util.function.Function;
import probity.linux.guest.Guest;

/** A guest and, from the first time that somebody needs it, what is set up in it. */
final class Station implements AutoCloseable {
    private final Guest guest;
    private final Function<Guest, Rig> equip;
    private Optional<Rig> rig = Optional.empty();

    Station(Guest guest, Function<Guest, Rig> equip) {
        this.guest = guest;
        this.equip = equip;
    }

    Guest guest() {
        return guest;
    }

    /** What is set up; an attempt that fails leaves a guest that is of no use. */
    Rig rig() {
        if (rig.isEmpty()) {
            rig = Optional.of(guest.watching(() -> equip.apply(guest)));
        }
        return rig.get();
    }

    @Override
    public void close() {
        guest.close();
    }
}
