package probity.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.fornwall.jelf.ElfException;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSegment;
import net.fornwall.jelf.ElfSymbol;
import net.fornwall.jelf.ElfSymbolTableSection;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.machine.Permission;

/**
 * A linked AArch64 program, read once and loaded into as many machines as one likes. Immutable.
 *
 * @param segments what is loaded, in the order of the file
 * @param symbols the defined functions and labels by name
 */
public record ElfImage(List<Segment> segments, Map<String, Symbol> symbols) {
    public ElfImage {
        segments = List.copyOf(segments);
        symbols = Map.copyOf(symbols);
    }

    /** A loadable range; what lies beyond the content is zero. */
    public record Segment(long address, long size, byte[] content, List<Permission> permissions) {
        boolean has(long address) {
            return Long.compareUnsigned(address - this.address, size) < 0;
        }

        boolean isExecutable() {
            return permissions.contains(Permission.EXECUTE);
        }
    }

    /** A name. A label has size 0; a function may have one as well. */
    public record Symbol(String name, long address, long size, boolean global) {}

    /**
     * Reads an ELF file.
     *
     * @throws IllegalArgumentException if it is no ELF executable for AArch64
     */
    public static ElfImage parse(byte[] file) {
        ElfFile elf;
        try {
            elf = ElfFile.from(file);
        } catch (ElfException broken) {
            throw new IllegalArgumentException(
                    "This is no ELF file: " + broken.getMessage(), broken);
        }
        if (elf.e_machine != ElfFile.ARCH_AARCH64) {
            throw new IllegalArgumentException(
                    "The ELF machine is %d, not %d (AArch64)."
                            .formatted(elf.e_machine, ElfFile.ARCH_AARCH64));
        }
        if (elf.e_type != ElfFile.ET_EXEC) {
            throw new IllegalArgumentException(
                    "The ELF type is %d, not %d (ET_EXEC: a linked executable)."
                            .formatted(elf.e_type, ElfFile.ET_EXEC));
        }
        return new ElfImage(segments(elf, file), symbols(elf));
    }

    /** The address of a symbol, if there is one of that name. */
    public OptionalLong address(String symbol) {
        Symbol found = symbols.get(symbol);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.address());
    }

    /** Whether an address lies in an executable segment. */
    public boolean hasText(long address) {
        for (Segment segment : segments) {
            if (segment.isExecutable() && segment.has(address)) {
                return true;
            }
        }
        return false;
    }

    /** The word of the image at an address that a segment holds. */
    int word(long address) {
        for (Segment segment : segments) {
            long offset = address - segment.address();
            if (Long.compareUnsigned(offset, segment.content().length) < 0) {
                return ByteBuffer.wrap(segment.content())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt((int) offset);
            }
        }
        throw new IllegalArgumentException("Nothing is loaded at 0x%x.".formatted(address));
    }

    /**
     * Maps and fills the segments, and names the symbols.
     *
     * @param guarded of which text indirect branches need landing pads
     */
    void load(Machine machine, String name, Predicate<Segment> guarded) {
        Memory memory = machine.memory();
        for (Segment segment : segments) {
            long base = segment.address() & -Memory.PAGE_SIZE;
            long end =
                    segment.address() + segment.size() + Memory.PAGE_SIZE - 1 & -Memory.PAGE_SIZE;
            List<Permission> permissions = new ArrayList<>(segment.permissions());
            if (segment.isExecutable() && guarded.test(segment)) {
                permissions.add(Permission.GUARDED);
            }
            String region = name + (segment.isExecutable() ? " text" : " data");
            memory.map(region, base, end - base, permissions.toArray(Permission[]::new));
            memory.patch(segment.address(), segment.content());
        }
        machine.symbols().defineLater(() -> name(machine));
    }

    private void name(Machine machine) {
        for (Symbol symbol : symbols.values()) {
            if (machine.symbols().address(symbol.name()).isEmpty()) {
                machine.symbols().define(symbol.name(), symbol.address(), symbol.size());
            }
        }
    }

    private static List<Segment> segments(ElfFile elf, byte[] file) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < elf.e_phnum; i++) {
            ElfSegment header = elf.getProgramHeader(i);
            if (header.p_type == ElfSegment.PT_LOAD && header.p_memsz > 0) {
                byte[] content = new byte[Math.toIntExact(header.p_filesz)];
                System.arraycopy(
                        file, Math.toIntExact(header.p_offset), content, 0, content.length);
                segments.add(
                        new Segment(header.p_vaddr, header.p_memsz, content, permissions(header)));
            }
        }
        return segments;
    }

    private static List<Permission> permissions(ElfSegment header) {
        List<Permission> permissions = new ArrayList<>();
        if (header.isReadable()) {
            permissions.add(Permission.READ);
        }
        if (header.isWriteable()) {
            permissions.add(Permission.WRITE);
        }
        if (header.isExecutable()) {
            permissions.add(Permission.EXECUTE);
        }
        return permissions;
    }

    private static Map<String, Symbol> symbols(ElfFile elf) {
        Map<String, Symbol> symbols = new TreeMap<>();
        ElfSymbolTableSection table = elf.getSymbolTableSection();
        if (table == null) {
            return symbols;
        }
        for (ElfSymbol symbol : table.symbols) {
            String name = symbol.getName();
            boolean named = name != null && !name.isEmpty() && !name.startsWith("$");
            boolean code =
                    symbol.getType() == ElfSymbol.STT_FUNC
                            || symbol.getType() == ElfSymbol.STT_NOTYPE
                            || symbol.getType() == ElfSymbol.STT_OBJECT;
            if (named && code && symbol.st_shndx != 0) {
                symbols.put(
                        name,
                        new Symbol(
                                name,
                                symbol.st_value,
                                symbol.st_size,
                                symbol.getBinding() == ElfSymbol.BINDING_GLOBAL));
            }
        }
        return symbols;
    }
}
