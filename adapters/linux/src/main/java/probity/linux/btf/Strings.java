package probity.linux.btf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import probity.linux.abi.MalformedException;

/** The string section: names one after the other, each closed by NUL. */
final class Strings {
    private final ByteBuffer file;
    private final BtfHeader.Section section;

    Strings(ByteBuffer file, BtfHeader.Section section) {
        this.file = file;
        this.section = section;
        if (section.start() == section.end()
                || file.get(section.start()) != 0
                || file.get(section.end() - 1) != 0) {
            throw new MalformedException(
                    "The string section of the BTF does not begin and end with NUL.");
        }
    }

    boolean contains(int offset) {
        return Integer.toUnsignedLong(offset) < section.end() - section.start();
    }

    /** The name at an offset that {@link #contains} accepts. */
    String at(int offset) {
        int start = section.start() + offset;
        int end = start;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - start];
        file.get(start, name);
        return new String(name, StandardCharsets.UTF_8);
    }
}
