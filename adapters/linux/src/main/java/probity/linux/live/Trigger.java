package probity.linux.live;

import java.util.Optional;

/** Makes the kernel call targets, in one {@link Way}. */
interface Trigger {
    /**
     * Has a task make the call.
     *
     * @param depth how often a target calls itself, where it does; else 0
     * @return a sentence, if the kernel was not content with what the targets returned
     */
    Optional<String> run(Caller caller, int depth);
}
