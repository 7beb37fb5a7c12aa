package probity.spi;

import java.util.List;

/**
 * What a handler does each time it runs, as data.
 *
 * @param actions in order
 */
public record Script(List<Action> actions) {
    public Script {
        actions = List.copyOf(actions);
    }

    /** A script of these actions. */
    public static Script of(Action... actions) {
        return new Script(List.of(actions));
    }
}
