package probity.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the records of the SPI demand of what they are given: nothing is null. Collections are
 * copied and keep their order, so that whatever is printed from them is the same in every run.
 */
final class Given {
    private Given() {}

    /** The value itself. */
    static <T> T value(T value, String what) {
        if (value == null) {
            throw new MisuseException("Null was given as " + what + ".");
        }
        return value;
    }

    static <T> List<T> list(Collection<? extends T> values, String what) {
        return Collections.unmodifiableList(elements(values, what));
    }

    static <T> Set<T> set(Collection<? extends T> values, String what) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements(values, what)));
    }

    static <K, V> Map<K, V> map(Map<? extends K, ? extends V> values, String what) {
        Map<K, V> copy = new LinkedHashMap<>(value(values, what));
        copy.forEach((key, value) -> value(value, "the value of " + key + " in " + what));
        if (copy.containsKey(null)) {
            throw new MisuseException("Null was given as a key of " + what + ".");
        }
        return Collections.unmodifiableMap(copy);
    }

    private static <T> List<T> elements(Collection<? extends T> values, String what) {
        List<T> copy = new ArrayList<>(value(values, what));
        for (int i = 0; i < copy.size(); i++) {
            value(copy.get(i), "element " + i + " of " + what);
        }
        return copy;
    }
}
