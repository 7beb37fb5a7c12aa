package probity.linux.live;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import probity.spi.Event;
import probity.spi.Probe;

/** Calls of functions, and what programs leave of them. */
interface Rounds {
    /**
     * What one run of a trigger showed.
     *
     * @param complaint what the kernel had to say of what the functions returned
     * @param events all hits, in order
     */
    record Round(Optional<String> complaint, List<Event> events) {}

    /**
     * Has a task call functions.
     *
     * @param depth how often a function calls itself, where it does
     * @param function the symbol for a function ip that a program of this probe was told
     */
    Round round(int task, Way way, int depth, BiFunction<Probe, Long, String> function);
}
