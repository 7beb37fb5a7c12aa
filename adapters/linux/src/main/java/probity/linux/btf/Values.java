package probity.linux.btf;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import probity.linux.abi.MalformedException;
import probity.linux.btf.BtfValue.Form;

/** Follows typedefs and qualifiers down to what a type is made of. */
record Values(ByteBuffer file, TypeTable types, Strings strings) {
    private static final int POINTER_BITS = 64;
    private static final int SIGNED = 1;

    /** The type behind all typedefs and qualifiers. */
    RawType resolve(int id) {
        Set<Integer> seen = new HashSet<>();
        RawType type = types.get(id);
        while (type.kind().isAlias()) {
            if (!seen.add(type.id())) {
                throw new MalformedException(
                        "Type %d of the BTF is an alias of itself.".formatted(id));
            }
            type = types.get(type.word());
        }
        return type;
    }

    BtfValue value(int id) {
        RawType type = resolve(id);
        String spelled = spelled(id, 0);
        int bits = bits(type, 0);
        return switch (type.kind()) {
            case VOID -> new BtfValue(spelled, Form.NONE, 0, false);
            case INT -> {
                int encoding = file.getInt(type.tail()) >>> 24 & 0xf;
                yield new BtfValue(spelled, Form.INTEGER, bits, (encoding & SIGNED) != 0);
            }
            case ENUM, ENUM64 -> new BtfValue(spelled, Form.INTEGER, bits, type.flag());
            case PTR -> new BtfValue(spelled, Form.POINTER, bits, false);
            case FLOAT -> new BtfValue(spelled, Form.FLOAT, bits, true);
            case STRUCT, UNION, ARRAY -> new BtfValue(spelled, Form.AGGREGATE, bits, false);
            default ->
                    throw new MalformedException(
                            "Type %d of the BTF is a %s, and no value has that type."
                                    .formatted(id, type.kind()));
        };
    }

    private int bits(RawType type, int depth) {
        refuseEndless(type, depth);
        return switch (type.kind()) {
            case PTR -> POINTER_BITS;
            case ARRAY -> {
                RawType element = resolve(file.getInt(type.tail()));
                yield file.getInt(type.tail() + 8) * bits(element, depth + 1);
            }
            case INT, STRUCT, UNION, ENUM, ENUM64, FLOAT -> type.word() * Byte.SIZE;
            default -> 0;
        };
    }

    private String spelled(int id, int depth) {
        RawType type = types.get(id);
        refuseEndless(type, depth);
        String name = strings.at(type.name());
        return switch (type.kind()) {
            case VOID -> "void";
            case STRUCT -> "struct " + named(name);
            case UNION -> "union " + named(name);
            case ENUM, ENUM64 -> "enum " + named(name);
            case FWD -> (type.flag() ? "union " : "struct ") + named(name);
            case PTR -> pointer(spelled(type.word(), depth + 1));
            case CONST -> qualified("const", type, depth);
            case VOLATILE -> qualified("volatile", type, depth);
            case RESTRICT, TYPE_TAG -> spelled(type.word(), depth + 1);
            case ARRAY -> spelled(file.getInt(type.tail()), depth + 1) + "[]";
            case FUNC_PROTO -> "void ()";
            default -> named(name);
        };
    }

    /** A qualifier stands after the pointer that it qualifies, and before anything else. */
    private String qualified(String qualifier, RawType type, int depth) {
        String inner = spelled(type.word(), depth + 1);
        return inner.endsWith("*") ? inner + " " + qualifier : qualifier + " " + inner;
    }

    private static String pointer(String target) {
        return target + (target.endsWith("*") ? "*" : " *");
    }

    private static String named(String name) {
        return name.isEmpty() ? "(anonymous)" : name;
    }

    private static void refuseEndless(RawType type, int depth) {
        if (depth > 32) {
            throw new MalformedException(
                    "Type %d of the BTF goes on and on: it refers to itself, or nests 32 deep."
                            .formatted(type.id()));
        }
    }
}
