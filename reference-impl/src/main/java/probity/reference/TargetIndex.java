package probity.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import probity.spi.Target;

/** The functions that can be hooked, by name and by address. Does not change. */
final class TargetIndex {
    private final Map<String, Target> byName = new HashMap<>();
    // Sorted, not hashed: the addresses are aligned, and would share a few buckets.
    private final Map<Long, Target> byEntryIp = new TreeMap<>();
    private final Map<Long, Target> bySymbol = new TreeMap<>();
    private final Set<Long> entries = new TreeSet<>();

    TargetIndex(Collection<Target> targets) {
        for (Target target : targets) {
            byName.put(target.name(), target);
            byEntryIp.put(target.entryIp(), target);
            bySymbol.put(target.address(), target);
            entries.add(target.resumeAddress());
            entries.add(target.address());
        }
    }

    Optional<Target> named(String function) {
        return Optional.ofNullable(byName.get(function));
    }

    /** The function whose {@code bl} stands at an address. */
    Optional<Target> atEntryIp(long address) {
        return Optional.ofNullable(byEntryIp.get(address));
    }

    /** The function that begins at an address. */
    Optional<Target> atSymbol(long address) {
        return Optional.ofNullable(bySymbol.get(address));
    }

    /** Whether a function's body has not begun at an address. */
    boolean isEntry(long pc) {
        return entries.contains(pc);
    }
}
