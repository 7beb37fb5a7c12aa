package probity.linux.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Guests that wait for their next user, of all kernels of a run together: another one costs a third
 * of a second, but several kernels at once would cost more memory than a machine may have. Thread
 * safe.
 */
public final class Spares {
    private final int most;
    private final Deque<Spare> youngestFirst = new ArrayDeque<>();

    private record Spare(Object owner, Station station) {}

    /**
     * None yet.
     *
     * @param most how many may wait
     */
    public Spares(int most) {
        this.most = most;
    }

    /** One of this owner's. */
    synchronized Optional<Station> take(Object owner) {
        for (Iterator<Spare> spares = youngestFirst.iterator(); spares.hasNext(); ) {
            Spare spare = spares.next();
            if (spare.owner() == owner) {
                spares.remove();
                return Optional.of(spare.station());
            }
        }
        return Optional.empty();
    }

    /** Has a guest wait; the one that has waited longest makes room. */
    synchronized void give(Object owner, Station station) {
        youngestFirst.push(new Spare(owner, station));
        while (youngestFirst.size() > most) {
            youngestFirst.removeLast().station().close();
        }
    }
}
