package probity.run.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import probity.report.Subject;

/**
 * Deals entries out to lanes, each to one. Properties are run one at a time, whoever asks, so that
 * a second lane would wait for the first: all of them go to one lane, and come first there as they
 * take longest. Thread safe.
 */
final class Deal {
    private final Deque<EntryDescriptor> scenarios = new ArrayDeque<>();
    private final Deque<EntryDescriptor> properties = new ArrayDeque<>();

    Deal(List<EntryDescriptor> entries) {
        entries.forEach(entry -> (isProperty(entry) ? properties : scenarios).add(entry));
    }

    private static boolean isProperty(EntryDescriptor entry) {
        return entry.entry().subject().kind() == Subject.Kind.PROPERTY;
    }

    /** The next entry for a lane that hears no properties. */
    synchronized Optional<EntryDescriptor> scenario() {
        return Optional.ofNullable(scenarios.poll());
    }

    /** The next entry for the one lane that hears properties too. */
    synchronized Optional<EntryDescriptor> any() {
        return Optional.ofNullable(properties.poll()).or(this::scenario);
    }

    /** Deals no more. */
    synchronized void end() {
        scenarios.clear();
        properties.clear();
    }
}
