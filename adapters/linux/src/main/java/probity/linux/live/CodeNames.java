package probity.linux.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import probity.linux.tracefs.KernelSymbol;
import probity.linux.tracefs.SymbolTable;

/**
 * What lies at addresses in a kernel's code. To read all symbols takes a guest seconds, so it is
 * done when the first address is asked for, and once. Thread safe.
 */
final class CodeNames {
    /** Hardly a function is longer, in bytes: what lies behind one is something else. */
    private static final long LONGEST = 16 << 10;

    private final Supplier<String> kallsyms;
    private Optional<SymbolTable> symbols = Optional.empty();

    /**
     * Names from a kernel.
     *
     * @param kallsyms reads {@code /proc/kallsyms}
     */
    CodeNames(Supplier<String> kallsyms) {
        this.kallsyms = kallsyms;
    }

    /** The names of those that are in code, as {@code symbol} or {@code symbol+0xoffset}. */
    synchronized Map<Long, String> of(Set<Long> addresses) {
        SymbolTable table = table();
        Map<Long, String> names = new LinkedHashMap<>();
        for (long address : addresses) {
            table.find(address)
                    .filter(symbol -> address - symbol.address() < LONGEST)
                    .map(symbol -> name(symbol, address))
                    .ifPresent(name -> names.put(address, name));
        }
        return names;
    }

    private static String name(KernelSymbol symbol, long address) {
        return address == symbol.address()
                ? symbol.name()
                : "%s+0x%x".formatted(symbol.name(), address - symbol.address());
    }

    private SymbolTable table() {
        if (symbols.isEmpty()) {
            symbols =
                    Optional.of(
                            new SymbolTable(
                                    kallsyms.get()
                                            .lines()
                                            .map(KernelSymbol::parse)
                                            .filter(KernelSymbol::isCode)
                                            // of programs, which come and go
                                            .filter(symbol -> symbol.module().isEmpty())
                                            .toList()));
        }
        return symbols.get();
    }
}
