package probity.linux.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guests that wait for their next user, of all kernels of a run together: another one costs a third
 * of a second, but several kernels at once would cost more memory than a machine may have. Of one
 * kernel as many wait as its owner wants to use at the same time. Thread safe.
 */
public final class Spares {
    private final int most;

    /** By owner, the one that was longest without use first; of each the youngest first. */
    private final Map<Object, Deque<Station>> waiting = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param most of how many kernels guests may wait
     */
    public Spares(int most) {
        this.most = most;
    }

    /** One of this owner's. */
    synchronized Optional<Station> take(Object owner) {
        Deque<Station> own = waiting.remove(owner);
        if (own == null) {
            return Optional.empty();
        }
        Station station = own.pop();
        if (!own.isEmpty()) {
            waiting.put(owner, own);
        }
        return Optional.of(station);
    }

    /**
     * Has a guest wait. Room is made by the owner's that has waited longest, and by all of the
     * owner who has not used one for longest.
     *
     * @param each how many of this owner's may wait
     * @return those that make room, to be closed
     */
    synchronized List<Station> give(Object owner, Station station, int each) {
        Deque<Station> own = waiting.remove(owner);
        Deque<Station> more = own == null ? new ArrayDeque<>() : own;
        more.push(station);
        waiting.put(owner, more);
        List<Station> leaving = new ArrayList<>();
        while (more.size() > each) {
            leaving.add(more.removeLast());
        }
        for (Iterator<Deque<Station>> longest = waiting.values().iterator();
                waiting.size() > most; ) {
            leaving.addAll(longest.next());
            longest.remove();
        }
        return leaving;
    }
}
