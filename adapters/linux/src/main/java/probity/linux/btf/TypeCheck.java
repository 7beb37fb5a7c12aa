package probity.linux.btf;

import java.nio.ByteBuffer;
import probity.linux.abi.MalformedException;

/** Looks once at every name and every reference, so that nobody else has to. */
record TypeCheck(ByteBuffer file, TypeTable types, Strings strings) {

    void all() {
        for (int id = 1; id <= types.last(); id++) {
            check(types.get(id));
        }
    }

    private void check(RawType type) {
        name(type, type.name());
        if (type.kind().refers()) {
            reference(type, type.word());
        }
        int at = type.tail();
        switch (type.kind()) {
            case ARRAY -> {
                reference(type, file.getInt(at));
                reference(type, file.getInt(at + 4));
            }
            case STRUCT, UNION -> elements(type, 12);
            case FUNC_PROTO -> elements(type, 8);
            case FUNC -> {
                if (types.get(type.word()).kind() != BtfKind.FUNC_PROTO) {
                    throw new MalformedException(
                            "Function %s of the BTF has type %d, which is no prototype."
                                    .formatted(strings.at(type.name()), type.word()));
                }
            }
            default -> {}
        }
    }

    /** Of members and parameters alike: the name first, then the type. */
    private void elements(RawType type, int size) {
        for (int i = 0; i < type.elements(); i++) {
            name(type, file.getInt(type.tail() + i * size));
            reference(type, file.getInt(type.tail() + i * size + 4));
        }
    }

    private void name(RawType type, int offset) {
        if (!strings.contains(offset)) {
            throw new MalformedException(
                    "Type %d of the BTF has a name at offset %d, outside of the string section."
                            .formatted(type.id(), Integer.toUnsignedLong(offset)));
        }
    }

    private void reference(RawType type, int id) {
        if (!types.contains(id)) {
            throw new MalformedException(
                    "Type %d of the BTF refers to type %d, but the last one is %d."
                            .formatted(type.id(), Integer.toUnsignedLong(id), types.last()));
        }
    }
}
