package probity.linux.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import probity.linux.agent.Agent;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.guest.Guest;
import probity.linux.guest.Preparation;
import probity.linux.tracefs.FprobeRecord;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Side;

/**
 * Defines the events on fprobes that scenarios will ask for, since the kernel goes through the
 * names of all its symbols for each. A definition hooks nothing until its event is opened; in the
 * first kernels that have such events it does, and there none is kept.
 */
final class KeptFprobes implements Preparation {
    /** So many fprobes scenarios attach to one function: two more than are allowed. */
    private static final int CROWD = Declaration.PROBES + 2;

    private static final String ENABLED = Mount.TRACEFS.path() + "/enabled_functions";

    private final Consumer<String> progress;

    /**
     * Defines events.
     *
     * @param progress gets a line before that is begun, as it takes seconds
     */
    KeptFprobes(Consumer<String> progress) {
        this.progress = progress;
    }

    /** A function for each pair of events; the crowd is on the first leaf. */
    private static List<String> functions() {
        List<String> functions = new ArrayList<>();
        for (KernelFunction function : KernelFunction.ALL) {
            int times = functions.isEmpty() ? CROWD : 1;
            functions.addAll(Collections.nCopies(times, function.name()));
        }
        return functions;
    }

    @Override
    public String identity() {
        StringBuilder all = new StringBuilder("events on fprobes:");
        for (Side side : Side.values()) {
            all.append(' ').append(String.join(" ", FprobeRecord.fetched(side)));
        }
        return all.append(" on ").append(functions()).toString();
    }

    @Override
    public void prepare(Guest guest) {
        SystemCalls calls = guest.calls(Agent.MAIN);
        guest.watching(
                () -> {
                    prepare(calls);
                    return true;
                });
    }

    private void prepare(SystemCalls calls) {
        try (TracefsEvents events = new TracefsEvents(calls, TracefsEvents.GROUP)) {
            List<String> functions = functions();
            if (areLeftAlone(calls, events, functions.get(0))) {
                progress.accept("Defining its events on fprobes, once for all guests.");
                for (String function : functions) {
                    keep(events, function);
                }
            }
        } catch (SystemCallFailed noTracing) {
            // whoever looks for what the kernel lacks says so
        }
    }

    /** Whether such an event can be defined, and its function is not hooked by that. */
    private static boolean areLeftAlone(SystemCalls calls, TracefsEvents events, String function) {
        try {
            ProbeEvent event = events.define(ProbeEvent.Kind.FPROBE_ENTRY, function, 0);
            try {
                return !calls.readText(ENABLED).contains(function);
            } finally {
                events.remove(event);
            }
        } catch (RequestRefused noFprobes) {
            return false;
        }
    }

    private static void keep(TracefsEvents events, String function) {
        try {
            for (Side side : Side.values()) {
                events.keep(ProbeEvent.Kind.ofFprobe(side), function, FprobeRecord.fetched(side));
            }
        } catch (RequestRefused notThere) {
            // no kernel has all of the functions
        }
    }
}
