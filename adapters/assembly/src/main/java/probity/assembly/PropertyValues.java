package probity.assembly;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import probity.spi.ContextPolicy;
import probity.spi.Stage;
import probity.spi.Unsaved;

/** What the values of single properties mean; empty where they mean nothing. */
final class PropertyValues {
    private PropertyValues() {}

    static Optional<String> name(String value) {
        return Optional.of(value).filter(text -> text.matches("[a-z0-9][a-z0-9-]*"));
    }

    static Optional<Stage> stage(String value) {
        return Stream.of(Stage.values())
                .filter(stage -> String.valueOf(stage.number()).equals(value))
                .findFirst();
    }

    /** Names may have spaces in them, such as "trace events"; none is empty or stands twice. */
    static Optional<List<String>> users(String value) {
        List<String> users = Stream.of(value.split(",", -1)).map(String::strip).toList();
        boolean right = !users.contains("") && users.stream().distinct().count() == users.size();
        return right ? Optional.of(users) : Optional.empty();
    }

    static Optional<ContextPolicy> policy(String value) {
        return constant(ContextPolicy.values(), value);
    }

    static Optional<Unsaved> unsaved(String value) {
        return constant(Unsaved.values(), value);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String value) {
        return Stream.of(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }
}
