package probity.linux.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.abi.MalformedException;

/**
 * A kernel's type information: functions and structs by name. The whole file is checked when it is
 * read; looking something up then decodes no more than that. Not thread safe.
 */
public final class Btf {
    private static final int PARAMETER = 8;

    private final ByteBuffer file;
    private final TypeTable types;
    private final Strings strings;
    private final Values values;
    private final Map<BtfKind, Map<String, List<Integer>>> ids = new EnumMap<>(BtfKind.class);

    private Btf(ByteBuffer file) {
        this.file = file;
        BtfHeader header = BtfHeader.read(file);
        this.strings = new Strings(file, header.strings());
        this.types = new TypeTable(file, header.types());
        this.values = new Values(file, types, strings);
        new TypeCheck(file, types, strings).all();
    }

    /**
     * Reads the bytes of {@code /sys/kernel/btf/vmlinux}.
     *
     * @throws MalformedException if they are anything else
     */
    public static Btf read(byte[] bytes) {
        return new Btf(ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** How many types there are, void not counted. */
    public int size() {
        return types.last();
    }

    /**
     * The function of this name, if there is one.
     *
     * @throws MalformedException if there are several
     */
    public Optional<BtfFunction> function(String name) {
        return only(BtfKind.FUNC, "function", name).map(this::function);
    }

    /**
     * The struct with this tag, if there is one.
     *
     * @throws MalformedException if there are several
     */
    public Optional<BtfStruct> struct(String tag) {
        Members members = new Members(file, types, strings, values);
        return only(BtfKind.STRUCT, "struct", tag)
                .map(type -> new BtfStruct(tag, type.word(), path -> members.find(type, path)));
    }

    private BtfFunction function(RawType type) {
        RawType prototype = types.get(type.word());
        List<BtfParameter> parameters = new ArrayList<>();
        boolean variadic = false;
        for (int i = 0; i < prototype.elements(); i++) {
            int at = prototype.tail() + i * PARAMETER;
            int parameterType = file.getInt(at + 4);
            variadic = parameterType == 0; // an ellipsis is a last parameter of type void
            if (!variadic) {
                String name = strings.at(file.getInt(at));
                parameters.add(new BtfParameter(name, values.value(parameterType)));
            }
        }
        return new BtfFunction(
                type.id(),
                strings.at(type.name()),
                parameters,
                variadic,
                values.value(prototype.word()));
    }

    private Optional<RawType> only(BtfKind kind, String word, String name) {
        List<Integer> found = ids.computeIfAbsent(kind, this::index).getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new MalformedException(
                    "The BTF has %d times a %s %s: types %s."
                            .formatted(found.size(), word, name, found));
        }
        return found.stream().findFirst().map(types::get);
    }

    private Map<String, List<Integer>> index(BtfKind kind) {
        Map<String, List<Integer>> index = new HashMap<>();
        for (int id = 1; id <= types.last(); id++) {
            RawType type = types.get(id);
            if (type.kind() == kind) {
                index.computeIfAbsent(strings.at(type.name()), name -> new ArrayList<>()).add(id);
            }
        }
        return index;
    }
}
