package probity.linux.btf;

import java.nio.ByteBuffer;
import probity.linux.abi.MalformedException;

/**
 * Where the sections of a BTF file are. A header may be longer than what is known of it: newer
 * kernels append fields.
 *
 * @param types the type section
 * @param strings the string section
 */
record BtfHeader(Section types, Section strings) {
    private static final int MAGIC = 0xeb9f;
    private static final int SWAPPED = 0x9feb;
    private static final int VERSION = 1;

    /** Up to and including the length of the string section. */
    private static final int KNOWN = 24;

    /**
     * A section of the file.
     *
     * @param start its first byte
     * @param end the first byte after it
     */
    record Section(int start, int end) {}

    static BtfHeader read(ByteBuffer file) {
        int size = file.capacity();
        if (size < KNOWN) {
            throw new MalformedException(
                    "The BTF is truncated: its header takes %d bytes, but there are %d."
                            .formatted(KNOWN, size));
        }
        int magic = file.getShort(0) & 0xffff;
        if (magic == SWAPPED) {
            throw new MalformedException("The BTF is big-endian, and arm64 kernels are not.");
        }
        if (magic != MAGIC) {
            throw new MalformedException(
                    "This is no BTF: it begins with 0x%04x, not with 0x%04x."
                            .formatted(magic, MAGIC));
        }
        if (file.get(2) != VERSION) {
            throw new MalformedException(
                    "The BTF has version %d, and only version %d is known."
                            .formatted(file.get(2) & 0xff, VERSION));
        }
        long length = Integer.toUnsignedLong(file.getInt(4));
        if (length < KNOWN || length > size) {
            throw new MalformedException(
                    "The BTF header says that it has %d bytes; it must have %d to %d."
                            .formatted(length, KNOWN, size));
        }
        Section types = section("type", file, length, 8);
        Section strings = section("string", file, length, 16);
        if (types.start() < strings.end() && strings.start() < types.end()) {
            throw new MalformedException("The type and string sections of the BTF overlap.");
        }
        return new BtfHeader(types, strings);
    }

    private static Section section(String name, ByteBuffer file, long header, int at) {
        long start = header + Integer.toUnsignedLong(file.getInt(at));
        long end = start + Integer.toUnsignedLong(file.getInt(at + 4));
        if (end > file.capacity()) {
            throw new MalformedException(
                    "The %s section of the BTF ends at byte %d, but the file has %d bytes."
                            .formatted(name, end, file.capacity()));
        }
        return new Section((int) start, (int) end);
    }
}
