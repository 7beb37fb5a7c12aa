package probity.assembly;

import java.util.Optional;
import java.util.stream.Stream;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSegment;
import net.fornwall.jelf.ElfSymbol;
import net.fornwall.jelf.ElfSymbolTableSection;
import probity.reference.ElfImage;

/** Reads an executable that {@link ElfHeader} accepts. */
final class ElfReader {
    private ElfReader() {}

    /** The executable; empty if the file is none for this machine. */
    static Optional<Executable> read(byte[] bytes, Problems problems) {
        if (!ElfHeader.accepts(bytes, problems)) {
            return Optional.empty();
        }
        try {
            ElfFile file = ElfFile.from(bytes);
            return Optional.of(
                    new Executable(
                            ElfImage.parse(bytes),
                            undefined(file).map(ElfSymbol::getName).toList(),
                            isDynamic(file)));
        } catch (RuntimeException malformed) {
            // whatever a parser throws at a file that contradicts itself
            problems.add(ElfProblems.malformed(malformed));
            return Optional.empty();
        }
    }

    private static boolean isDynamic(ElfFile file) {
        return file.firstSegmentByType(ElfSegment.PT_DYNAMIC) != null
                || file.firstSegmentByType(ElfSegment.PT_INTERP) != null;
    }

    private static Stream<ElfSymbol> undefined(ElfFile file) {
        ElfSymbolTableSection table = file.getSymbolTableSection();
        return Stream.of(table == null ? new ElfSymbol[0] : table.symbols)
                .filter(symbol -> symbol.st_shndx == 0)
                .filter(symbol -> symbol.getName() != null && !symbol.getName().isEmpty());
    }
}
