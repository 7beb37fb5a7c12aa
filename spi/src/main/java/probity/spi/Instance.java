package probity.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A running, isolated copy of a candidate. Not thread safe. After {@link #close()} every other
 * method throws {@link MisuseException}, and so does every method at any time that is given a null;
 * closing twice is harmless. A machine that dies shows in the result of the call that was under
 * way, or else as {@link MachineDied}.
 */
public interface Instance extends AutoCloseable {
    /** What can be hooked. The same at every call. */
    List<Target> targets();

    /**
     * Attaches a probe, outside of a plan.
     *
     * @throws MisuseException if a probe of that name is attached
     */
    AttachResult attach(Probe probe);

    /**
     * Runs a plan. State persists: probes stay attached, blocked and parked tasks can go on in a
     * later plan, whose execution then has what they do there.
     *
     * @throws MisuseException if the plan names an unknown function, probe or task, calls on a task
     *     that has a call pending, or uses a CPU on which another task is parked
     */
    Execution run(Plan plan);

    /**
     * The bytes of a target as they are now.
     *
     * @throws MisuseException if there is no such target
     */
    Bytes code(String function);

    /**
     * The bytes of several targets at once, by name. An implementation to which each question is a
     * journey answers them together.
     *
     * @throws MisuseException if one is no target
     */
    default Map<String, Bytes> codes(List<String> functions) {
        Map<String, Bytes> codes = new LinkedHashMap<>();
        Given.list(functions, "functions").forEach(name -> codes.put(name, code(name)));
        return codes;
    }

    /** The symbols of the implementation that are present: trampolines, entry points of its API. */
    Set<String> symbols();

    /**
     * The counts of a probe, attached now or detached before.
     *
     * @throws MisuseException if no probe of that name was ever attached
     */
    Counts counts(String probe);

    @Override
    void close();
}
