package probity.linux.abi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where the fields of a struct are: those that are used here, by name. Little-endian. */
public final class Layout {
    private final String name;
    private final int size;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Layout(String name, int size) {
        this.name = name;
        this.size = size;
    }

    /**
     * A layout.
     *
     * @param name the struct's, for messages
     * @param size of the whole struct in bytes
     * @param fields none of which overlaps another
     */
    public static Layout of(String name, int size, Field... fields) {
        Layout layout = new Layout(name, size);
        for (Field field : fields) {
            layout.add(field);
        }
        return layout;
    }

    private void add(Field field) {
        if (field.offset() < 0 || field.end() > size) {
            throw new IllegalArgumentException(
                    "The field %s ends at byte %d, but %s has %d bytes."
                            .formatted(field.name(), field.end(), name, size));
        }
        for (Field other : fields.values()) {
            if (field.offset() < other.end() && other.offset() < field.end()) {
                throw new IllegalArgumentException(
                        "The fields %s and %s of %s overlap."
                                .formatted(other.name(), field.name(), name));
            }
        }
        if (fields.putIfAbsent(field.name(), field) != null) {
            throw new IllegalArgumentException(
                    "There are two fields %s in %s.".formatted(field.name(), name));
        }
    }

    /** The struct's name, for messages. */
    public String name() {
        return name;
    }

    /** The struct's size in bytes. */
    public int size() {
        return size;
    }

    /** The field of that name. */
    public Field field(String field) {
        Field found = fields.get(field);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no field %s in %s; there are %s."
                            .formatted(field, name, String.join(", ", fields.keySet())));
        }
        return found;
    }

    /** A struct of this layout with all bytes zero, to be filled. */
    public StructWriter writer() {
        return new StructWriter(this);
    }

    /** The struct that these bytes hold. */
    public StructReader reader(byte[] bytes) {
        return new StructReader(this, bytes);
    }
}
