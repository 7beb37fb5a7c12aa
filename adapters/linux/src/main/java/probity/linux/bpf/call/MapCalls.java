package probity.linux.bpf.call;

import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;
import probity.linux.abi.LittleEndian;

/** Requests about maps. All maps here have keys of 4 bytes. */
public final class MapCalls {
    /** {@code BPF_MAP_TYPE_ARRAY}. */
    private static final int ARRAY = 2;

    /** {@code BPF_MAP_TYPE_PROG_ARRAY}. */
    private static final int PROG_ARRAY = 3;

    /** {@code BPF_MAP_TYPE_PERF_EVENT_ARRAY}. */
    private static final int PERF_EVENT_ARRAY = 4;

    /** {@code BPF_MAP_TYPE_STACK_TRACE}. */
    private static final int STACK_TRACE = 7;

    /** {@code BPF_F_MMAPABLE}: user space can map the values into its memory. */
    private static final int MAPPABLE = 1 << 10;

    private static final int KEY = Integer.BYTES;

    private static final Layout CREATE =
            Layout.of(
                    "bpf_attr of BPF_MAP_CREATE",
                    48,
                    Field.u32("map_type", 0),
                    Field.u32("key_size", 4),
                    Field.u32("value_size", 8),
                    Field.u32("max_entries", 12),
                    Field.u32("map_flags", 16),
                    Field.text("map_name", 28, 16));

    private static final Layout ELEMENT =
            Layout.of(
                    "bpf_attr of BPF_MAP_*_ELEM",
                    32,
                    Field.u32("map_fd", 0),
                    Field.u64("key", 8),
                    Field.u64("value", 16),
                    Field.u64("flags", 24));

    private MapCalls() {}

    /**
     * Creates an array that can be mapped into memory; answered by its file descriptor. Its values
     * lie there one after the other, each padded to a multiple of 8.
     *
     * @param name at most 15 letters, digits, dots and underscores
     * @param valueSize of a value, in bytes
     * @param entries how many there are
     */
    public static BpfCall createArray(String name, int valueSize, int entries) {
        return create(name, ARRAY, valueSize, entries, MAPPABLE);
    }

    /**
     * Creates the map through which programs find others to go on with, one at most. There is none
     * in it.
     */
    public static BpfCall createProgramArray(String name) {
        return create(name, PROG_ARRAY, Integer.BYTES, 1, 0);
    }

    /** Creates the map through which programs find the perf events of CPUs. */
    public static BpfCall createPerfEventArray(String name, int cpus) {
        return create(name, PERF_EVENT_ARRAY, Integer.BYTES, cpus, 0);
    }

    /**
     * Creates a map of stacks by id.
     *
     * @param name at most 15 letters, digits, dots and underscores
     * @param valueSize the most bytes of a stack, 8 a frame
     * @param entries how many stacks there is room for, a power of two
     */
    public static BpfCall createStackTrace(String name, int valueSize, int entries) {
        return create(name, STACK_TRACE, valueSize, entries, 0);
    }

    private static BpfCall create(String name, int type, int valueSize, int entries, int flags) {
        return BpfCall.of(
                Command.MAP_CREATE,
                CREATE.writer()
                        .set("map_type", type)
                        .set("key_size", KEY)
                        .set("value_size", valueSize)
                        .set("max_entries", entries)
                        .set("map_flags", flags)
                        .text("map_name", name)
                        .block());
    }

    /** Reads a value; it is the output. Fails with ENOENT where there is none. */
    public static BpfCall lookup(int map, int key, int valueSize) {
        Block value = Block.room(valueSize);
        return BpfCall.of(Command.MAP_LOOKUP_ELEM, element(map, key, value), value);
    }

    /** Sets a value. */
    public static BpfCall update(int map, int key, byte[] value) {
        return BpfCall.of(Command.MAP_UPDATE_ELEM, element(map, key, Block.of(value)));
    }

    /** Puts a perf event or another file into a map of such, under the number of its CPU. */
    public static BpfCall updateDescriptor(int map, int cpu, int descriptor) {
        return update(map, cpu, LittleEndian.word(descriptor));
    }

    private static Block element(int map, int key, Block value) {
        return ELEMENT.writer()
                .set("map_fd", map)
                .point("key", Block.of(LittleEndian.word(key)))
                .point("value", value)
                .block();
    }
}
