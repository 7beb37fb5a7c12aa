package probity.linux.tracefs;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Symbols by address, to tell what an address in code is. */
public final class SymbolTable {
    private final TreeMap<Long, KernelSymbol> symbols = new TreeMap<>(Long::compareUnsigned);

    /** A table of these; of several at one address the first stays. */
    public SymbolTable(Collection<KernelSymbol> symbols) {
        symbols.forEach(symbol -> this.symbols.putIfAbsent(symbol.address(), symbol));
    }

    /** The last symbol at or before an address. */
    public Optional<KernelSymbol> find(long address) {
        return Optional.ofNullable(symbols.floorEntry(address)).map(Map.Entry::getValue);
    }

    /** An address as kernels print it: {@code symbol+0xoffset}, or the number. */
    public String describe(long address) {
        return find(address)
                .map(symbol -> "%s+0x%x".formatted(symbol.name(), address - symbol.address()))
                .orElseGet(() -> "0x%x".formatted(address));
    }
}
