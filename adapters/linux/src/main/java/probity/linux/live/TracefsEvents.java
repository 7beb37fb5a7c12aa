package probity.linux.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.tracefs.EventId;
import probity.linux.tracefs.ProbeEvent;
import probity.linux.tracefs.ProbeProfile;

/** The events of tracefs that an instance makes; each has a name of its own in a guest's life. */
final class TracefsEvents {
    private static final String GROUP = "probity";

    private final SystemCalls calls;
    private final Map<String, Integer> ids = new HashMap<>();
    private int made;

    TracefsEvents(SystemCalls calls) {
        this.calls = calls;
    }

    /** Makes an event. */
    ProbeEvent define(ProbeEvent.Kind kind, String function, int maxActive) throws RequestRefused {
        ProbeEvent event = ProbeEvent.of(kind, GROUP, "e" + made++, function);
        if (kind == ProbeEvent.Kind.KRETPROBE && maxActive > 0) {
            event = event.withMaxActive(maxActive);
        }
        append(event.definition(), function);
        String id = calls.readText(path(event.idFile()));
        ids.put(event.name(), EventId.parse(id));
        return event;
    }

    /** What the kernel says of a request that names no function. */
    RequestRefused refusalOfNothing(ProbeEvent.Kind kind) {
        String letter = kind == ProbeEvent.Kind.KPROBE ? "p" : "r";
        try {
            append("%s:%s/none".formatted(letter, GROUP), "nothing");
        } catch (RequestRefused refused) {
            return refused;
        }
        throw new IllegalStateException("The kernel made an event on no function.");
    }

    private void append(String line, String function) throws RequestRefused {
        try {
            calls.writeText(path("dynamic_events"), line + "\n", SystemCalls.O_APPEND);
        } catch (SystemCallFailed failed) {
            throw RequestRefused.byKernel(
                    -failed.errno(), "event '%s' on %s".formatted(line, function));
        }
    }

    int id(ProbeEvent event) {
        return ids.get(event.name());
    }

    /** Removes an event that nothing uses any more. */
    void remove(ProbeEvent event) {
        calls.writeText(path("dynamic_events"), event.removal() + "\n", SystemCalls.O_APPEND);
    }

    /** How often hits of an event were missed, if the kernel tells. */
    Optional<Long> missed(ProbeEvent event) {
        return ProbeProfile.parse(calls.readText(path("kprobe_profile"))).stream()
                .filter(line -> line.name().equals(event.name()))
                .map(ProbeProfile::missed)
                .findFirst();
    }

    private static String path(String file) {
        return Mount.TRACEFS.path() + "/" + file;
    }
}
