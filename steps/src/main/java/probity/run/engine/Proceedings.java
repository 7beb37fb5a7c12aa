package probity.run.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import probity.report.Ruling;
import probity.run.Lane;

/**
 * What goes on on the lanes of one candidate, and what they have to say to the thread that reports.
 * Thread safe.
 */
final class Proceedings {
    private final Map<EntryDescriptor, Lane> underWay = new ConcurrentHashMap<>();
    private final Map<EntryDescriptor, Ruling> unreported = new ConcurrentHashMap<>();
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    /** What a lane says. */
    sealed interface Message {}

    /** It begins to hear an entry. */
    record Begun(EntryDescriptor entry) implements Message {}

    /** It has heard an entry. */
    record Heard(EntryDescriptor entry, Ruling ruling) implements Message {}

    /** It hears no more; of a mistake of the kit, if there was one. */
    record Ended(Optional<Throwable> mistake) implements Message {}

    /** Hears an entry on a lane, by the lane's thread. */
    void hear(EntryDescriptor entry, Lane lane) {
        underWay.put(entry, lane);
        messages.add(new Begun(entry));
        Ruling ruling = lane.hear(entry.entry());
        unreported.put(entry, ruling);
        messages.add(new Heard(entry, ruling));
        underWay.remove(entry); // not before the ruling can be found
    }

    /** A lane has ended. */
    void ended(Optional<Throwable> mistake) {
        messages.add(new Ended(mistake));
    }

    /** The next message, when there is one. */
    Message next() throws InterruptedException {
        return messages.take();
    }

    /** What is being heard, and where. */
    Map<EntryDescriptor, Lane> underWay() {
        return new HashMap<>(underWay);
    }

    /** The ruling on an entry is in the minutes. */
    void reported(EntryDescriptor entry) {
        unreported.remove(entry);
    }

    /** The rulings of which it is not known yet that they are in the minutes. */
    Map<EntryDescriptor, Ruling> unreported() {
        return new HashMap<>(unreported);
    }
}
