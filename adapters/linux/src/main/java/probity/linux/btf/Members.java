package probity.linux.btf;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds members by name, also in the anonymous structs and unions that C looks through. */
record Members(ByteBuffer file, TypeTable types, Strings strings, Values values) {
    private static final int MEMBER = 12;

    /**
     * A member as it stands in the file; offset and width in bits, 0 for a width that is the
     * type's.
     */
    private record Entry(String name, int type, int offset, int width) {}

    /** The member at a path of names separated by dots. */
    Optional<BtfMember> find(RawType struct, String path) {
        return find(struct, path, path, 0);
    }

    private Optional<BtfMember> find(RawType struct, String path, String rest, int base) {
        int dot = rest.indexOf('.');
        String first = dot < 0 ? rest : rest.substring(0, dot);
        for (int i = 0; i < struct.elements(); i++) {
            Entry entry = entry(struct, i);
            int offset = base + entry.offset();
            Optional<BtfMember> found = Optional.empty();
            if (entry.name().isEmpty()) {
                found = inside(entry, path, rest, offset);
            } else if (entry.name().equals(first)) {
                found =
                        dot < 0
                                ? Optional.of(member(entry, path, offset))
                                : inside(entry, path, rest.substring(dot + 1), offset);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<BtfMember> inside(Entry entry, String path, String rest, int base) {
        RawType type = values.resolve(entry.type());
        boolean nests = type.kind() == BtfKind.STRUCT || type.kind() == BtfKind.UNION;
        return nests ? find(type, path, rest, base) : Optional.empty();
    }

    private BtfMember member(Entry entry, String path, int offset) {
        BtfValue value = values.value(entry.type());
        int bits = entry.width() == 0 ? value.bits() : entry.width();
        return new BtfMember(path, offset, bits, value);
    }

    private Entry entry(RawType struct, int index) {
        int at = struct.tail() + index * MEMBER;
        int offset = file.getInt(at + 8);
        return new Entry(
                strings.at(file.getInt(at)),
                file.getInt(at + 4),
                struct.flag() ? offset & 0xff_ffff : offset,
                struct.flag() ? offset >>> 24 : 0);
    }
}
