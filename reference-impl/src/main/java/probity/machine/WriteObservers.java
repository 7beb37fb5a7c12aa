package probity.machine;

import java.util.ArrayList;
import java.util.List;

/** Who is concerned by a write: watches, and the exclusive monitors of the other CPUs. */
final class WriteObservers {
    private final List<Reservation> reservations = new ArrayList<>();
    private Watch[] watches = {};
    private int armed;

    Reservation newReservation() {
        Reservation reservation = new Reservation(this);
        reservations.add(reservation);
        return reservation;
    }

    /** A reservation was armed (1) or cleared (-1). */
    void reservationChanged(int change) {
        armed += change;
    }

    void add(Watch watch) {
        List<Watch> all = new ArrayList<>(List.of(watches));
        all.add(watch);
        watches = all.toArray(Watch[]::new);
    }

    void remove(Watch watch) {
        List<Watch> all = new ArrayList<>(List.of(watches));
        all.remove(watch);
        watches = all.toArray(Watch[]::new);
    }

    /**
     * To be called after each write.
     *
     * @param own the reservation of the CPU that wrote, which stays; null for the Java side
     * @param pc the instruction that wrote, or {@link Watch#JAVA}
     */
    void written(Reservation own, long pc, long address, int size) {
        if (armed > 0) {
            for (Reservation reservation : reservations) {
                if (reservation != own) {
                    reservation.clearIfTouched(address, size);
                }
            }
        }
        for (Watch watch : watches) {
            watch.report(pc, address, size);
        }
    }
}
