package probity.linux.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.tracefs.EventId;
import probity.linux.tracefs.ProbeEvent;
import probity.linux.tracefs.ProbeProfile;

/**
 * The events of tracefs that are made in a guest; each has a name of its own in the guest's life.
 * The files through which that is done stay open, since every question is a journey.
 */
final class TracefsEvents implements AutoCloseable {
    /** The group of the events that probes are made of. */
    static final String GROUP = "probity";

    /** How the names of events begin that were made when the guest was prepared. */
    private static final String KEPT = "kept";

    private static final String DEFINITIONS = "dynamic_events";
    private static final int ID = 32;
    private static final int PROFILE = 32 << 10;

    private final SystemCalls calls;
    private final String group;
    private final int events;
    private final int profile;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Request, Deque<ProbeEvent>> idle = new HashMap<>();
    private boolean keepsFprobes;
    private int made;

    /** What an event on an fprobe is made of. */
    private record Request(ProbeEvent.Kind kind, String function, List<String> fetched) {
        static Request of(ProbeEvent event) {
            return new Request(event.kind(), event.symbol(), event.arguments());
        }
    }

    /**
     * Events of a group.
     *
     * @param group a name of their own, where a guest has several
     */
    TracefsEvents(SystemCalls calls, String group) {
        this.group = group;
        this.calls = calls;
        // never to be truncated: that would remove the events of everybody
        this.events = calls.open(path(DEFINITIONS), SystemCalls.O_WRONLY | SystemCalls.O_APPEND);
        this.profile = calls.open(path("kprobe_profile"), SystemCalls.O_RDONLY);
    }

    /**
     * Makes an event, or takes one that was made before and that nobody uses.
     *
     * @param fetched what it is to record
     */
    ProbeEvent define(ProbeEvent.Kind kind, String function, int maxActive, String... fetched)
            throws RequestRefused {
        Deque<ProbeEvent> unused = idle.get(new Request(kind, function, List.of(fetched)));
        if (unused != null && !unused.isEmpty()) {
            return unused.pop();
        }
        ProbeEvent event = ProbeEvent.of(kind, group, "e" + made++, function).recording(fetched);
        if (kind == ProbeEvent.Kind.KRETPROBE && maxActive > 0) {
            event = event.withMaxActive(maxActive);
        }
        append(event.definition(), "%s %s".formatted(kind, function));
        try {
            id(event);
        } catch (RuntimeException unreadable) {
            remove(event);
            throw unreadable;
        }
        return event;
    }

    /**
     * Makes an event on an fprobe for {@link #takeKept}, of other guests that start from the state
     * of this one.
     */
    void keep(ProbeEvent.Kind kind, String function, String... fetched) throws RequestRefused {
        ProbeEvent event = ProbeEvent.of(kind, group, KEPT + made++, function).recording(fetched);
        append(event.definition(), "%s %s".formatted(kind, function));
    }

    /** Takes the events that were kept; where there are any, further ones are kept as well. */
    void takeKept() {
        for (String line : calls.readText(path(DEFINITIONS)).lines().toList()) {
            ProbeEvent.parseFprobe(line)
                    .filter(event -> event.group().equals(group))
                    .filter(event -> event.name().startsWith(KEPT))
                    .ifPresent(this::takeKept);
        }
    }

    private void takeKept(ProbeEvent event) {
        keepsFprobes = true;
        release(event);
    }

    private int idOf(ProbeEvent event) {
        int file = calls.open(path(event.idFile()), SystemCalls.O_RDONLY);
        byte[] id = calls.read(file, ID);
        calls.close(file);
        return EventId.parse(text(id));
    }

    /** What the kernel says of a request that names no function. */
    RequestRefused refusalOfNothing(ProbeEvent.Kind kind) {
        try {
            append("%s:%s/none".formatted(kind.letter(), group), kind + " nothing");
        } catch (RequestRefused refused) {
            return refused;
        }
        throw new IllegalStateException("The kernel made an event on no function.");
    }

    private void append(String line, String what) throws RequestRefused {
        try {
            write(line);
        } catch (SystemCallFailed failed) {
            throw RequestRefused.byKernel(-failed.errno(), what);
        }
    }

    /** The number by which perf knows an event. */
    int id(ProbeEvent event) {
        return ids.computeIfAbsent(event.name(), name -> idOf(event));
    }

    /** Lets go of an event that nothing uses any more. */
    void release(ProbeEvent event) {
        if (keepsFprobes && event.kind().isOnFprobe()) {
            idle.computeIfAbsent(Request.of(event), key -> new ArrayDeque<>()).push(event);
        } else {
            remove(event);
        }
    }

    /** Removes an event that nothing uses any more. */
    void remove(ProbeEvent event) {
        write(event.removal());
    }

    /** How often hits of an event were missed, if the kernel tells. */
    Optional<Long> missed(ProbeEvent event) {
        return ProbeProfile.parse(text(calls.readAt(profile, PROFILE, 0))).stream()
                .filter(line -> line.name().equals(event.name()))
                .map(ProbeProfile::missed)
                .findFirst();
    }

    /** Closes its files; the events stay. */
    @Override
    public void close() {
        calls.close(events);
        calls.close(profile);
    }

    private void write(String line) {
        calls.write(events, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String path(String file) {
        return Mount.TRACEFS.path() + "/" + file;
    }
}
