package probity.linux.tracefs;

import probity.linux.abi.MalformedException;

/**
 * A symbol of the kernel: a line of {@code /proc/kallsyms}.
 *
 * @param address its address; 0 where the kernel hides it from the reader
 * @param type as nm(1) has it: {@code T} for a function, {@code t} for one that is local
 * @param name its name
 * @param module the module that it is in, or {@code bpf} and the like; empty for the kernel itself
 */
public record KernelSymbol(long address, char type, String name, String module) {
    /**
     * Reads a line, without its line feed.
     *
     * @throws MalformedException if it is anything else
     */
    public static KernelSymbol parse(String line) {
        int first = line.indexOf(' ');
        if (first < 1 || line.length() < first + 4 || line.charAt(first + 2) != ' ') {
            throw malformed(line);
        }
        int tab = line.indexOf('\t', first);
        String name = line.substring(first + 3, tab < 0 ? line.length() : tab);
        try {
            long address = Long.parseUnsignedLong(line, 0, first, 16);
            return new KernelSymbol(
                    address, line.charAt(first + 1), name, tab < 0 ? "" : module(line, tab + 1));
        } catch (NumberFormatException e) {
            throw malformed(line);
        }
    }

    /** Whether it is a function or a label in code. */
    public boolean isCode() {
        return "tTwW".indexOf(type) >= 0;
    }

    private static String module(String line, int start) {
        if (line.length() < start + 3 || line.charAt(start) != '[' || !line.endsWith("]")) {
            throw malformed(line);
        }
        return line.substring(start + 1, line.length() - 1);
    }

    private static MalformedException malformed(String line) {
        return new MalformedException(
                "'%s' is no line of kallsyms: address, type, name.".formatted(line));
    }
}
