package probity.assembly;

import java.util.Optional;
import probity.reference.ElfImage;
import probity.reference.ElfImage.Segment;
import probity.reference.ElfImage.Symbol;
import probity.spi.Stage;

/** Whether the trampolines are those that the properties speak of. */
final class Agreement {
    /** {@code brk #7}, KPROBES' own immediate for return probes on arm64. */
    private static final int BRK_7 = 0xd420_0000 | 7 << 5;

    private static final int WORD = 4;

    private final PropertiesReader properties;
    private final Executable executable;
    private final ElfImage image;
    private final Problems problems;

    Agreement(PropertiesReader properties, Executable executable, Problems problems) {
        this.properties = properties;
        this.executable = executable;
        this.image = executable.image();
        this.problems = problems;
    }

    void check() {
        if (!executable.hasSymbols() || !executable.hasText()) {
            return; // has been said, and nothing follows from it
        }
        for (SetName set : SetName.values()) {
            Symbol symbol = image.symbols().get(set.symbol());
            if (symbol == null) {
                properties
                        .stage()
                        .filter(set::existsAt)
                        .ifPresent(stage -> problems.add(SymbolProblems.missingSymbol(set, stage)));
            } else {
                present(set, symbol);
            }
        }
    }

    private void present(SetName set, Symbol symbol) {
        Optional<Stage> stage = properties.stage();
        if (stage.isPresent() && !set.existsAt(stage.get())) {
            problems.add(SymbolProblems.symbolAtWrongStage(set, stage.get()));
        }
        if (!symbol.global()) {
            problems.add(SymbolProblems.notGlobal(symbol));
        }
        if (symbol.address() % WORD != 0) {
            problems.add(SymbolProblems.misaligned(symbol));
        }
        Optional<Segment> text = text(symbol);
        if (text.isEmpty()) {
            problems.add(SymbolProblems.notInText(symbol));
        } else if (set == SetName.KRETPROBE) {
            breaksOrStores(hasBreak(symbol, text.get()));
        }
    }

    private void breaksOrStores(boolean breaks) {
        if (breaks && properties.describesKretprobe()) {
            problems.add(SymbolProblems.layoutOfBreak());
        }
        if (!breaks && !properties.describesKretprobe()) {
            problems.add(SymbolProblems.noLayoutOfHandBuilt());
        }
    }

    private Optional<Segment> text(Symbol symbol) {
        return image.segments().stream()
                .filter(segment -> ElfCheck.isText(segment))
                .filter(segment -> symbol.address() - segment.address() >= 0)
                .filter(segment -> symbol.address() - segment.address() < segment.size())
                .findFirst();
    }

    /** Whether a {@code brk #7} stands between the symbol and its end, or the next one. */
    private boolean hasBreak(Symbol symbol, Segment text) {
        long from = symbol.address() - text.address();
        long to = symbol.size() == 0 ? nextSymbol(symbol, text) : from + symbol.size();
        for (long at = from; at + WORD <= Math.min(to, text.content().length); at += WORD) {
            if (word(text.content(), (int) at) == BRK_7) {
                return true;
            }
        }
        return false;
    }

    private long nextSymbol(Symbol symbol, Segment text) {
        return image.symbols().values().stream()
                .map(other -> other.address() - text.address())
                .filter(offset -> offset > symbol.address() - text.address())
                .min(Long::compare)
                .orElse(text.size());
    }

    private static int word(byte[] content, int at) {
        return content[at] & 0xff
                | (content[at + 1] & 0xff) << 8
                | (content[at + 2] & 0xff) << 16
                | (content[at + 3] & 0xff) << 24;
    }
}
