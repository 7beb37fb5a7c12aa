package probity.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import probity.run.guard.CheckedTargets;
import probity.spi.Description;
import probity.spi.Refused;
import probity.spi.Target;

/** What one candidate needs to be asked only once, on whichever lane. Thread safe. */
final class Answers {
    private final Once<Description> description = new Once<>();
    private final Once<List<Target>> targets = new Once<>();
    private final CheckedTargets checked = new CheckedTargets();
    private final Map<String, Once<Tried>> attempts = new ConcurrentHashMap<>();
    private volatile boolean nameless;

    /**
     * What came of trying something that is declared absent.
     *
     * @param seen what was seen, if it works after all
     * @param refused the answer, if it was a refusal
     */
    record Tried(Optional<String> seen, Optional<Refused> refused) {}

    Once<Description> description() {
        return description;
    }

    Once<List<Target>> targets() {
        return targets;
    }

    CheckedTargets checked() {
        return checked;
    }

    /** Whether asking for names of addresses has not failed yet. */
    boolean hasNames() {
        return !nameless;
    }

    /** Asking for names of addresses has failed. */
    void noNames() {
        nameless = true;
    }

    /** The attempt at something by its name. */
    Once<Tried> attempt(String what) {
        return attempts.computeIfAbsent(what, name -> new Once<>());
    }
}
