package probity.linux.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a BTF file type by type; each method that adds one returns its id. */
public final class BtfBuilder {
    private final ByteArrayOutputStream types = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private int last;

    public BtfBuilder() {
        strings.write(0);
    }

    public int integer(String name, int bytes, boolean signed) {
        return type(BtfKind.INT, name, 0, false, bytes, (signed ? 1 << 24 : 0) | bytes * 8);
    }

    int refer(BtfKind kind, String name, int target) {
        return type(kind, name, 0, false, target);
    }

    int array(int element, int count) {
        return type(BtfKind.ARRAY, "", 0, false, 0, element, 1, count);
    }

    /** Members as name, type, offset in bits. */
    int struct(BtfKind kind, String name, int bytes, Object... members) {
        return struct(kind, name, bytes, false, members);
    }

    /** With bit fields: the width stands in the upper 8 bits of the offset. */
    int bitFields(String name, int bytes, Object... members) {
        return struct(BtfKind.STRUCT, name, bytes, true, members);
    }

    private int struct(BtfKind kind, String name, int bytes, boolean flag, Object... members) {
        return type(kind, name, members.length / 3, flag, bytes, words(members));
    }

    int enumeration(String name, int bytes, boolean signed, int values) {
        return type(BtfKind.ENUM, name, values, signed, bytes, new int[2 * values]);
    }

    /** Parameters as name, type. */
    int prototype(int result, Object... parameters) {
        return type(
                BtfKind.FUNC_PROTO, "", parameters.length / 2, false, result, words(parameters));
    }

    public int function(String name, int result, Object... parameters) {
        return refer(BtfKind.FUNC, name, prototype(result, parameters));
    }

    /** Any type, right or wrong. */
    int type(BtfKind kind, String name, int elements, boolean flag, int word, int... tail) {
        return raw(
                string(name), kind.ordinal() << 24 | elements | (flag ? 1 << 31 : 0), word, tail);
    }

    /** A type as three words and what follows. */
    int raw(int name, int info, int word, int... tail) {
        write(name);
        write(info);
        write(word);
        Arrays.stream(tail).forEach(this::write);
        return ++last;
    }

    int string(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        int at = strings.size();
        strings.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        strings.write(0);
        return at;
    }

    private int[] words(Object... values) {
        return Arrays.stream(values)
                .mapToInt(value -> value instanceof String name ? string(name) : (Integer) value)
                .toArray();
    }

    private void write(int word) {
        types.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(word).array());
    }

    public Btf read() {
        return Btf.read(build());
    }

    byte[] build() {
        return build(24);
    }

    byte[] build(int headerLength) {
        ByteBuffer file =
                ByteBuffer.allocate(headerLength + types.size() + strings.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(headerLength);
        file.putInt(0).putInt(types.size()).putInt(types.size()).putInt(strings.size());
        file.position(headerLength).put(types.toByteArray()).put(strings.toByteArray());
        return file.array();
    }
}
