package probity.assembly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import probity.reference.Symbols;
import probity.spi.Stage;

/** The three register sets that trampolines store, with the names they go by. */
enum SetName {
    /** Stored by {@code hook_entry}. */
    ENTRY("entry", Symbols.ENTRY),
    /** Stored by {@code hook_return}. */
    RETURN("return", Symbols.RETURN),
    /** Stored by a {@code kretprobe_trampoline} that is built by hand. */
    KRETPROBE("kretprobe", Symbols.KRETPROBE);

    /** The last part of a property's key, and the SPI's name of that register. */
    static final Map<String, String> REGISTERS = registers();

    private final String prefix;
    private final String symbol;

    SetName(String prefix, String symbol) {
        this.prefix = prefix;
        this.symbol = symbol;
    }

    /** The global symbol of the trampoline that stores it. */
    String symbol() {
        return symbol;
    }

    /** Whether this is the symbol of one of them. */
    static boolean isTrampoline(String symbol) {
        return Stream.of(values()).anyMatch(set -> set.symbol.equals(symbol));
    }

    /** The key of one of its properties. */
    String key(String last) {
        return prefix + "." + last;
    }

    /** Whether this key describes the set: its size or one of its registers. */
    boolean owns(String key) {
        return key.startsWith(prefix + ".")
                && (key.equals(key("size"))
                        || REGISTERS.containsKey(key.substring(prefix.length() + 1)));
    }

    /** Whether an implementation at this stage has this trampoline. */
    boolean existsAt(Stage stage) {
        return switch (this) {
            case ENTRY -> true;
            case RETURN -> stage != Stage.LEGACY;
            case KRETPROBE -> stage != Stage.REMOVED;
        };
    }

    private static Map<String, String> registers() {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i <= 28; i++) {
            names.put("x" + i, "x" + i);
        }
        names.put("fp", "x29");
        names.put("lr", "x30");
        names.put("sp", "sp");
        names.put("pc", "pc");
        names.put("pstate", "pstate");
        return names;
    }
}
