package probity.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Names of address ranges, written the way the kernel writes them. */
public final class SymbolTable {
    private final TreeMap<Long, Symbol> byAddress = new TreeMap<>(Long::compareUnsigned);
    private final Map<String, Symbol> byName = new HashMap<>();
    private final Deque<Runnable> later = new ArrayDeque<>();

    /**
     * A named range.
     *
     * @param size in bytes; 0 for a label, which then describes its own address only
     */
    public record Symbol(String name, long address, long size) {
        /** Whether {@code other} lies in the range. */
        public boolean contains(long other) {
            return other == address || Long.compareUnsigned(other - address, size) < 0;
        }
    }

    /**
     * Puts definitions off until the table is first asked: most machines never say a name.
     *
     * @param definitions defines names in this table
     */
    public void defineLater(Runnable definitions) {
        later.add(definitions);
    }

    private void catchUp() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    /** Names {@code [address, address + size)}. A name and an address are given once. */
    public Symbol define(String name, long address, long size) {
        catchUp();
        Symbol symbol = new Symbol(name, address, size);
        if (byName.putIfAbsent(name, symbol) != null) {
            throw new IllegalArgumentException(
                    "The symbol '%s' is defined already, at 0x%x."
                            .formatted(name, byName.get(name).address()));
        }
        byAddress.merge(address, symbol, SymbolTable::larger);
        return symbol;
    }

    /** The address of a name. */
    public OptionalLong address(String name) {
        catchUp();
        Symbol symbol = byName.get(name);
        return symbol == null ? OptionalLong.empty() : OptionalLong.of(symbol.address());
    }

    /** The symbol whose range holds the address; of nested ones that which starts last. */
    public Optional<Symbol> at(long address) {
        catchUp();
        return byAddress.headMap(address, true).descendingMap().values().stream()
                .filter(symbol -> symbol.contains(address))
                .findFirst();
    }

    /**
     * {@code name+0xoff/0xsize} as the kernel's {@code %pS}, or the bare address in hexadecimal.
     */
    public String describe(long address) {
        return at(address)
                .map(s -> "%s+0x%x/0x%x".formatted(s.name(), address - s.address(), s.size()))
                .orElseGet(() -> "0x%x".formatted(address));
    }

    private static Symbol larger(Symbol old, Symbol added) {
        return old.size() >= added.size() ? old : added;
    }
}
