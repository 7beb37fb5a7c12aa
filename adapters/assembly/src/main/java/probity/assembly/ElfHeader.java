package probity.assembly;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The identity of an ELF file, read without trusting it: ELF gABI, "ELF Header". A 32-bit or
 * big-endian file is read as far as it takes to say what it is.
 */
final class ElfHeader {
    static final int EXECUTABLE = 2;
    static final int AARCH64 = 183;

    /** The header's size in a 64-bit file. */
    private static final int SIZE = 64;

    private static final int MAGIC = 0x7f454c46;
    private static final int PROGRAM_HEADER = 56;
    private static final int SECTION_HEADER = 64;
    private static final int LOAD = 1;
    private static final int NOBITS = 8;

    private final ByteBuffer file;

    private ElfHeader(ByteBuffer file) {
        this.file = file;
    }

    /** Whether the file is a complete, little-endian, 64-bit executable for AArch64. */
    static boolean accepts(byte[] bytes, Problems problems) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || file.getInt(0) != MAGIC) {
            problems.add(ElfProblems.notElf(bytes));
            return false;
        }
        if (bytes.length < SIZE) {
            problems.add(ElfProblems.truncated("the ELF header", SIZE, bytes.length));
            return false;
        }
        return new ElfHeader(file).isRightKind(problems);
    }

    private boolean isRightKind(Problems problems) {
        int before = problems.list().size();
        boolean bits64 = file.get(4) == 2;
        boolean little = file.get(5) == 1;
        file.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (u16(18) != AARCH64) {
            problems.add(ElfProblems.wrongMachine(u16(18)));
            return false; // the rest is as it has to be on that machine
        }
        if (!bits64) {
            problems.add(ElfProblems.wrongClass());
        }
        if (!little) {
            problems.add(ElfProblems.wrongEndianness());
        }
        if (u16(16) != EXECUTABLE) {
            problems.add(ElfProblems.wrongType(u16(16)));
        }
        if (bits64 && little) {
            checkComplete(problems);
        }
        return problems.list().size() == before;
    }

    /** Cut-off files are common, and a parser's exception says nothing about them. */
    private void checkComplete(Problems problems) {
        long programs = file.getLong(32);
        long sections = file.getLong(40);
        if (isCut("the program header table", programs, (long) u16(56) * PROGRAM_HEADER, problems)
                || isCut(
                        "the section header table",
                        sections,
                        (long) u16(60) * SECTION_HEADER,
                        problems)) {
            return;
        }
        for (int i = 0; i < u16(56); i++) {
            int at = (int) programs + i * PROGRAM_HEADER;
            if (file.getInt(at) == LOAD
                    && isCut(
                            "segment " + i,
                            file.getLong(at + 8),
                            file.getLong(at + 32),
                            problems)) {
                return;
            }
        }
        for (int i = 0; i < u16(60); i++) {
            int at = (int) sections + i * SECTION_HEADER;
            if (file.getInt(at + 4) != NOBITS
                    && isCut(
                            "section " + i,
                            file.getLong(at + 24),
                            file.getLong(at + 32),
                            problems)) {
                return;
            }
        }
    }

    private boolean isCut(String what, long offset, long size, Problems problems) {
        long end = offset + size;
        boolean inside = offset >= 0 && size >= 0 && end >= 0 && end <= file.capacity();
        if (!inside) {
            problems.add(ElfProblems.truncated(what, end, file.capacity()));
        }
        return !inside;
    }

    private int u16(int at) {
        return file.getShort(at) & 0xffff;
    }
}
