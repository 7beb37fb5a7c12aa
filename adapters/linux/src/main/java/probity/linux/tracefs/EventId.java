package probity.linux.tracefs;

import probity.linux.abi.MalformedException;

/** The number of an event, as perf_event_open(2) knows it. */
public final class EventId {
    private EventId() {}

    /**
     * The number in an event's file {@code id}.
     *
     * @throws MalformedException if there is anything else in it
     */
    public static int parse(String file) {
        try {
            int id = Integer.parseInt(file.strip());
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new MalformedException("'%s' is no event's id.".formatted(file.strip()));
    }
}
