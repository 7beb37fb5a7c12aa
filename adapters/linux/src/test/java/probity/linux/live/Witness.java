package probity.linux.live;

import java.util.List;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCalls;
import probity.linux.tracefs.ProbeEvent;

/**
 * A second observer: events of tracefs, in whose observations none of the kit's programs, maps and
 * ring buffers has a part. The kernel prints what it saw as text.
 */
final class Witness {
    private static final String GROUP = "witness";
    private static final String TRACE = "trace";
    private static final List<String> OPTIONS =
            List.of("options/stacktrace", "options/sym-addr", "options/sym-offset");

    private final SystemCalls calls;

    Witness(SystemCalls calls) {
        this.calls = calls;
    }

    /** An event of this witness; registers are recorded as {@code x0=%x0:x64}. */
    static ProbeEvent event(ProbeEvent.Kind kind, String name, String symbol, String... registers) {
        String[] fetched = new String[registers.length];
        for (int i = 0; i < registers.length; i++) {
            fetched[i] = "%1$s=%%%1$s:x64".formatted(registers[i]);
        }
        return ProbeEvent.of(kind, GROUP, name, symbol).recording(fetched);
    }

    /** What the events saw while something was done, with the stack at each hit. */
    List<Traced> during(Runnable work, List<ProbeEvent> events) {
        events.forEach(event -> append(event.definition()));
        try {
            OPTIONS.forEach(option -> put(option, "1"));
            calls.writeText(path(TRACE), "", SystemCalls.O_TRUNC);
            events.forEach(event -> put(enable(event), "1"));
            work.run();
            events.forEach(event -> put(enable(event), "0"));
            return Traced.read(
                    calls.readText(path(TRACE)), events.stream().map(ProbeEvent::name).toList());
        } finally {
            OPTIONS.forEach(option -> put(option, "0"));
            events.forEach(event -> append(event.removal()));
        }
    }

    private static String enable(ProbeEvent event) {
        return "events/%s/%s/enable".formatted(event.group(), event.name());
    }

    private void append(String line) {
        calls.writeText(path("dynamic_events"), line + "\n", SystemCalls.O_APPEND);
    }

    private void put(String file, String text) {
        calls.writeText(path(file), text, 0);
    }

    private static String path(String file) {
        return Mount.TRACEFS.path() + "/" + file;
    }
}
