package probity.linux.tracefs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.linux.abi.MalformedException;

/**
 * Looks for symbols in {@code /proc/kallsyms} while it is being read, piece by piece, and keeps
 * nothing else: the file has some hundred thousand lines. Not thread safe.
 */
public final class SymbolSearch {
    private final Map<String, List<KernelSymbol>> found = new LinkedHashMap<>();
    private final StringBuilder rest = new StringBuilder();

    /** A search for these names. */
    public SymbolSearch(Collection<String> names) {
        names.forEach(name -> found.put(name, new ArrayList<>()));
    }

    /**
     * Takes the next piece of the file; a line may go on in the one after it.
     *
     * @throws MalformedException if a line that seems to be wanted is none
     */
    public void feed(byte[] piece) {
        rest.append(new String(piece, StandardCharsets.US_ASCII));
        int start = 0;
        int end;
        while ((end = rest.indexOf("\n", start)) >= 0) {
            line(rest.substring(start, end));
            start = end + 1;
        }
        rest.delete(0, start);
    }

    /** Compares the name before anything else of the line is looked at. */
    private void line(String line) {
        int name = line.lastIndexOf(' ') + 1;
        int tab = line.indexOf('\t', name);
        List<KernelSymbol> wanted = found.get(line.substring(name, tab < 0 ? line.length() : tab));
        if (wanted != null) {
            wanted.add(KernelSymbol.parse(line));
        }
    }

    /** Whether each name has been seen. One may still be there a second time. */
    public boolean complete() {
        return missing().isEmpty();
    }

    /** The names that have not been seen. */
    public List<String> missing() {
        return found.keySet().stream().filter(name -> found.get(name).isEmpty()).toList();
    }

    /** All symbols of this name so far, which is one of those that are looked for. */
    public List<KernelSymbol> all(String name) {
        List<KernelSymbol> symbols = found.get(name);
        if (symbols == null) {
            throw new IllegalArgumentException("Nobody looks for the symbol " + name + ".");
        }
        return List.copyOf(symbols);
    }

    /**
     * The address of the one function of this name.
     *
     * @throws MalformedException if there is none, or several, or the kernel hides where it is
     */
    public long address(String name) {
        List<KernelSymbol> code = all(name).stream().filter(KernelSymbol::isCode).toList();
        if (code.size() != 1) {
            throw new MalformedException(
                    "The kernel has %d functions named %s, where one is needed."
                            .formatted(code.size(), name));
        }
        if (code.get(0).address() == 0) {
            throw new MalformedException(
                    "The kernel hides the address of %s; see kernel.kptr_restrict."
                            .formatted(name));
        }
        return code.get(0).address();
    }
}
