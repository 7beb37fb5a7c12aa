package probity.assembly;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small ELF files, right or wrong as a test wants them, without any tool. */
final class ElfBuilder {
    static final int READ_EXECUTE = 5;
    static final int READ_WRITE = 6;

    /** PT_DYNAMIC, the mark of a dynamically linked file. */
    static final int DYNAMIC = 2;

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SYMBOL = 24;
    private static final int SECTION = 64;
    private static final short ABSOLUTE = (short) 0xfff1;

    private record Segment(int type, long address, byte[] content, long size, int flags) {}

    private record Symbol(String name, long value, long size, boolean global, short section) {}

    private final List<Segment> segments = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private boolean symbolTable = true;

    /** A loaded segment that holds these instructions or data words. */
    ElfBuilder segment(long address, int flags, int... words) {
        return segment(1, address, flags, 4L * words.length, words);
    }

    /** A segment of any type, and of any size in memory. */
    ElfBuilder segment(int type, long address, int flags, long size, int... words) {
        ByteBuffer content = buffer(4 * words.length);
        for (int word : words) {
            content.putInt(word);
        }
        segments.add(new Segment(type, address, content.array(), size, flags));
        return this;
    }

    ElfBuilder global(String name, long value) {
        symbols.add(new Symbol(name, value, 0, true, ABSOLUTE));
        return this;
    }

    ElfBuilder local(String name, long value) {
        symbols.add(new Symbol(name, value, 0, false, ABSOLUTE));
        return this;
    }

    ElfBuilder undefined(String name) {
        symbols.add(new Symbol(name, 0, 0, true, (short) 0));
        return this;
    }

    ElfBuilder stripped() {
        symbolTable = false;
        return this;
    }

    byte[] build() {
        ByteBuffer names = buffer(4096).put((byte) 0);
        ByteBuffer table = buffer(SYMBOL * (symbols.size() + 1)).position(SYMBOL);
        for (Symbol symbol : symbols) {
            table.putInt(names.position());
            table.put((byte) (symbol.global ? 0x10 : 0)).put((byte) 0).putShort(symbol.section);
            table.putLong(symbol.value).putLong(symbol.size);
            names.put(symbol.name.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        }
        byte[] sections = "\0.symtab\0.strtab\0.shstrtab\0".getBytes(StandardCharsets.US_ASCII);

        int content = HEADER + PROGRAM_HEADER * segments.size();
        int symtab = content + segments.stream().mapToInt(each -> each.content.length).sum();
        int strtab = symtab + table.capacity();
        int shstrtab = strtab + names.position();
        int headers = shstrtab + sections.length;
        ByteBuffer file = buffer(headers + 4 * SECTION);
        header(file, headers);
        int at = content;
        for (Segment each : segments) {
            file.putInt(each.type).putInt(each.flags).putLong(at);
            file.putLong(each.address).putLong(each.address);
            file.putLong(each.content.length).putLong(each.size).putLong(4);
            at += each.content.length;
        }
        segments.forEach(each -> file.put(each.content));
        file.put(table.array()).put(names.array(), 0, names.position()).put(sections);
        file.position(headers + SECTION); // the first section header is all zero
        section(file, 1, symbolTable ? 2 : 1, symtab, table.capacity(), 2, SYMBOL);
        section(file, 9, 3, strtab, names.position(), 0, 0);
        section(file, 17, 3, shstrtab, sections.length, 0, 0);
        return file.array();
    }

    private void header(ByteBuffer file, int sections) {
        file.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
        file.putShort((short) 2).putShort((short) 183).putInt(1).putLong(0);
        file.putLong(HEADER).putLong(sections).putInt(0).putShort((short) HEADER);
        file.putShort((short) PROGRAM_HEADER).putShort((short) segments.size());
        file.putShort((short) SECTION).putShort((short) 4).putShort((short) 3);
    }

    private static void section(
            ByteBuffer file, int name, int type, int offset, int size, int link, int entry) {
        file.putInt(name).putInt(type).putLong(0).putLong(0).putLong(offset).putLong(size);
        file.putInt(link).putInt(1).putLong(8).putLong(entry);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
