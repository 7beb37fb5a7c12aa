package probity.spi;

import java.util.Arrays;
import java.util.List;

/**
 * What a handler does each time it runs, as data.
 *
 * @param actions in order
 */
public record Script(List<Action> actions) {
    public Script {
        actions = Given.list(actions, "Script.actions");
    }

    /** A script of these actions. */
    public static Script of(Action... actions) {
        return new Script(Arrays.asList(actions));
    }
}
