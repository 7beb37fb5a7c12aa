package probity.linux.btf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import probity.linux.abi.MalformedException;

/**
 * The type section. Types have no index in the file, so one pass finds where each starts; a kernel
 * has more than a hundred thousand.
 */
final class TypeTable {
    /** Name, info, size or type. */
    private static final int COMMON = 12;

    private static final BtfKind[] KINDS = BtfKind.values();

    private final ByteBuffer file;
    private int[] starts = new int[1 << 12];
    private int last;

    TypeTable(ByteBuffer file, BtfHeader.Section section) {
        this.file = file;
        int at = section.start();
        while (at < section.end()) {
            if (section.end() - at < COMMON) {
                throw cut(last + 1, section.end() - at, COMMON);
            }
            add(at);
            RawType type = get(last);
            long tail = (long) type.kind().tail(0) + (long) type.elements() * perElement(type);
            if (tail > section.end() - type.tail()) {
                throw cut(last, section.end() - type.tail(), tail);
            }
            at = type.tail() + (int) tail;
        }
    }

    private static int perElement(RawType type) {
        return type.kind().tail(1) - type.kind().tail(0);
    }

    private void add(int start) {
        last++;
        if (last == starts.length) {
            starts = Arrays.copyOf(starts, 2 * last);
        }
        starts[last] = start;
    }

    /** The number of the last type; the first is 1. */
    int last() {
        return last;
    }

    boolean contains(int id) {
        return id >= 0 && id <= last;
    }

    RawType get(int id) {
        if (id == 0) {
            return RawType.VOID;
        }
        int start = starts[id];
        int info = file.getInt(start + 4);
        return new RawType(
                id,
                kind(id, info >>> 24 & 0x7f),
                file.getInt(start),
                // 16 bits today; the 8 above them are reserved as zero, and can only extend it
                info & 0xff_ffff,
                info < 0,
                file.getInt(start + 8),
                start + COMMON);
    }

    private static BtfKind kind(int id, int number) {
        if (number == 0 || number >= KINDS.length) {
            throw new MalformedException(
                    "Type %d of the BTF has kind %d; known are 1 to %d."
                            .formatted(id, number, KINDS.length - 1));
        }
        return KINDS[number];
    }

    private static MalformedException cut(int id, long there, long needed) {
        return new MalformedException(
                "Type %d of the BTF is cut off: %d bytes are left in the section where it takes %d."
                        .formatted(id, there, needed));
    }
}
