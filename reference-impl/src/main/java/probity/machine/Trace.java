package probity.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * The last executed instructions of a machine, in a ring. Recording keeps numbers only; the text is
 * made when somebody asks.
 */
public final class Trace {
    /**
     * How many instructions are kept: a hooked call, its trampolines and some of what led there.
     */
    public static final int CAPACITY = 256;

    private static final int MASK = CAPACITY - 1;

    private final SymbolTable symbols;
    private final long[] pcs = new long[CAPACITY];
    private final long[] cpusAndWords = new long[CAPACITY];
    private long recorded;

    Trace(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** One executed instruction: on which CPU, where, and the word it was at that time. */
    public record Entry(int cpu, long pc, int word) {}

    /** The last {@code count} instructions at most, oldest first. */
    public List<Entry> last(int count) {
        long kept = Math.min(recorded, CAPACITY);
        List<Entry> entries = new ArrayList<>();
        for (long i = recorded - Math.max(0, Math.min(count, kept)); i < recorded; i++) {
            int at = (int) i & MASK;
            long cpuAndWord = cpusAndWords[at];
            entries.add(new Entry((int) (cpuAndWord >>> 32), pcs[at], (int) cpuAndWord));
        }
        return entries;
    }

    /** The last {@code count} instructions at most as text, one line each, oldest first. */
    public List<String> lines(int count) {
        return last(count).stream().map(this::render).toList();
    }

    /** One line: CPU, address, symbol, word, instruction. */
    public String render(Entry entry) {
        return "cpu%d %016x %-32s %08x  %s"
                .formatted(
                        entry.cpu(),
                        entry.pc(),
                        symbols.at(entry.pc()).isPresent() ? symbols.describe(entry.pc()) : "",
                        entry.word(),
                        Decoder.text(entry.word(), entry.pc(), symbols));
    }

    void record(int cpu, long pc, int word) {
        // masked with the length so that the JIT sees that no bounds check is needed
        pcs[(int) recorded & pcs.length - 1] = pc;
        cpusAndWords[(int) recorded & cpusAndWords.length - 1] =
                (long) cpu << 32 | word & 0xffff_ffffL;
        recorded++;
    }
}
