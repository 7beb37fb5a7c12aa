package probity.machine.fuzz;

import static probity.machine.fuzz.Generators.edge;
import static probity.machine.fuzz.Generators.indirectBranch;
import static probity.machine.fuzz.Generators.memory;
import static probity.machine.fuzz.Generators.plain;

import java.util.List;

/** All classes, drawn as in the manual's encoding index (chapter C4). */
final class EncodingClasses {
    static final String ADDRESSES = "oii10000iiiiiiiiiiiiiiiiiiiddddd";
    static final String ADD_SUBTRACT_IMMEDIATE = "soS100010hiiiiiiiiiiiinnnnnddddd";
    static final String LOGICAL_IMMEDIATE_32 = "0oo1001000rrrrrrssssssnnnnnddddd";
    static final String LOGICAL_IMMEDIATE_64 = "1oo100100Nrrrrrrssssssnnnnnddddd";
    static final String MOVE_WIDE = "soo100101hhiiiiiiiiiiiiiiiiddddd";
    static final String BITFIELD_32 = "0oo10011000rrrrr0sssssnnnnnddddd";
    static final String BITFIELD_64 = "1oo1001101rrrrrrssssssnnnnnddddd";
    static final String EXTRACT_32 = "00010011100mmmmm0sssssnnnnnddddd";
    static final String EXTRACT_64 = "10010011110mmmmmssssssnnnnnddddd";
    static final String LOGICAL_SHIFTED = "soo01010ttNmmmmmiiiiiinnnnnddddd";
    static final String ADD_SUBTRACT_SHIFTED = "soS01011tt0mmmmmiiiiiinnnnnddddd";
    static final String ADD_SUBTRACT_EXTENDED = "soS01011001mmmmmoooiiinnnnnddddd";
    static final String ADD_SUBTRACT_CARRY = "soS11010000mmmmm000000nnnnnddddd";
    static final String RMIF = "10111010000iiiiii00001nnnnn0mmmm";
    static final String SETF = "00111010000000000z0010nnnnn01101";
    static final String CONDITIONAL_COMPARE_REGISTER = "so111010010mmmmmcccc00nnnnn0ffff";
    static final String CONDITIONAL_COMPARE_IMMEDIATE = "so111010010iiiiicccc10nnnnn0ffff";
    static final String CONDITIONAL_SELECT = "so011010100mmmmmcccc0onnnnnddddd";
    static final String ONE_SOURCE = "s101101011000000000ooonnnnnddddd";
    static final String DIVIDE = "s0011010110mmmmm00001onnnnnddddd";
    static final String SHIFT_BY_REGISTER = "s0011010110mmmmm0010oonnnnnddddd";
    static final String CRC = "s0011010110mmmmm010osznnnnnddddd";
    static final String MULTIPLY = "s0011011000mmmmmoaaaaannnnnddddd";
    static final String MULTIPLY_LONG = "10011011u01mmmmmoaaaaannnnnddddd";
    static final String MULTIPLY_HIGH = "10011011u10mmmmm011111nnnnnddddd";
    static final String LOAD_STORE_UNSIGNED = "zz111001ooiiiiiiiiiiiinnnnnttttt";
    static final String LOAD_STORE_UNSCALED = "zz111000oo0iiiiiiiii00nnnnnttttt";
    static final String LOAD_STORE_POST = "zz111000oo0iiiiiiiii01nnnnnttttt";
    static final String LOAD_STORE_PRE = "zz111000oo0iiiiiiiii11nnnnnttttt";
    static final String LOAD_STORE_REGISTER = "zz111000oo1mmmmme1es10nnnnnttttt";
    static final String PAIR = "oo101000vLiiiiiiitttttnnnnnttttt";
    static final String PAIR_INDEXED = "oo101001vLiiiiiiitttttnnnnnttttt";
    static final String CONDITIONAL_BRANCH = "01010100iiiiiiiiiiiiiiiiiii0cccc";
    static final String COMPARE_AND_BRANCH = "s011010oiiiiiiiiiiiiiiiiiiittttt";
    static final String TEST_AND_BRANCH = "b011011obbbbbiiiiiiiiiiiiiittttt";

    private static final int WORD_TO_QUAD = 16;

    private EncodingClasses() {}

    static List<EncodingClass> all() {
        return List.of(
                // data processing, immediate
                registers("PC-relative addressing", ADDRESSES),
                registers("add/subtract, immediate", ADD_SUBTRACT_IMMEDIATE),
                registers("logical, immediate", LOGICAL_IMMEDIATE_32, LOGICAL_IMMEDIATE_64),
                registers("move wide, immediate", MOVE_WIDE),
                registers("bitfield", BITFIELD_32, BITFIELD_64),
                registers("extract", EXTRACT_32, EXTRACT_64),
                registers("data processing, immediate, any", "xxx100xxxxxxxxxxxxxxxxxxxxxxxxxx"),
                // data processing, register
                registers("logical, shifted register", LOGICAL_SHIFTED),
                registers("add/subtract, shifted register", ADD_SUBTRACT_SHIFTED),
                registers("add/subtract, extended register", ADD_SUBTRACT_EXTENDED),
                registers("add/subtract, with carry", ADD_SUBTRACT_CARRY),
                registers("flag manipulation", RMIF, SETF),
                registers(
                        "conditional compare",
                        CONDITIONAL_COMPARE_REGISTER,
                        CONDITIONAL_COMPARE_IMMEDIATE),
                registers("conditional select", CONDITIONAL_SELECT),
                registers("data processing, one source", ONE_SOURCE),
                registers("data processing, two sources", DIVIDE, SHIFT_BY_REGISTER, CRC),
                registers("data processing, three sources", MULTIPLY, MULTIPLY_LONG, MULTIPLY_HIGH),
                registers("data processing, register, any", "xxxx101xxxxxxxxxxxxxxxxxxxxxxxxx"),
                // branches
                registers("unconditional branch, immediate", "l00101iiiiiiiiiiiiiiiiiiiiiiiiii"),
                registers("conditional branch", CONDITIONAL_BRANCH),
                registers("compare and branch", COMPARE_AND_BRANCH),
                registers("test and branch", TEST_AND_BRANCH),
                new EncodingClass(
                        "unconditional branch, register",
                        false,
                        indirectBranch(
                                "1101011000011111000000nnnnn00000",
                                "1101011000111111000000nnnnn00000",
                                "1101011001011111000000nnnnn00000")),
                // system
                registers("hints", "11010101000000110010iiiiiii11111"),
                registers("barriers", "11010101000000110011iiiiooo11111"),
                registers("flags in PSTATE", "1101010100000000010000000oo11111"),
                new EncodingClass("system registers", false, Sequences.systemRegisters()),
                new EncodingClass(
                        "dc zva and cache maintenance", true, Sequences.cacheMaintenance()),
                // loads and stores
                registers("load literal", "oo011v00iiiiiiiiiiiiiiiiiiittttt"),
                aligned(
                        "loads and stores, general registers, any",
                        "xxxx100xxxxxxxxxxxxxxxxxxxxxxxxx"),
                memoryClass("load/store pair", PAIR, PAIR_INDEXED),
                memoryClass("load/store register, unsigned immediate", LOAD_STORE_UNSIGNED),
                memoryClass("load/store register, unscaled immediate", LOAD_STORE_UNSCALED),
                memoryClass(
                        "load/store register, post- and pre-indexed",
                        LOAD_STORE_POST,
                        LOAD_STORE_PRE),
                memoryClass("load/store register, register offset", LOAD_STORE_REGISTER),
                aligned(
                        "load-acquire and store-release",
                        "zz00100011011111o11111nnnnnttttt",
                        "zz00100010011111o11111nnnnnttttt",
                        "zz11100010111111110000nnnnnttttt"),
                new EncodingClass("ordered, unscaled immediate", true, Sequences.orderedUnscaled()),
                new EncodingClass("load and store exclusive", true, Sequences.exclusives()),
                aligned(
                        "compare and swap",
                        "zz0010001a1sssssr11111nnnnnttttt",
                        "0z0010000a1ssss0r11111nnnnntttt0"),
                new EncodingClass("compare and swap, equal", true, Sequences.compareAndSwapEqual()),
                aligned("atomic memory operations", "zz111000ar1sssss0ooo00nnnnnttttt"),
                aligned("swap", "zz111000ar1sssss100000nnnnnttttt"),
                new EncodingClass(
                        "loads and stores at the end of memory",
                        true,
                        edge(LOAD_STORE_UNSCALED, LOAD_STORE_POST, LOAD_STORE_PRE)),
                // SIMD and floating point
                memoryClass(
                        "SIMD load/store pair",
                        "oo101100vLiiiiiiitttttnnnnnttttt",
                        "oo101101vLiiiiiiitttttnnnnnttttt"),
                memoryClass(
                        "SIMD load/store register, unsigned immediate",
                        "zz111101ooiiiiiiiiiiiinnnnnttttt"),
                memoryClass(
                        "SIMD load/store register, other immediates",
                        "zz111100oo0iiiiiiiii00nnnnnttttt",
                        "zz111100oo0iiiiiiiii01nnnnnttttt",
                        "zz111100oo0iiiiiiiii11nnnnnttttt"),
                memoryClass(
                        "SIMD load/store register, register offset",
                        "zz111100oo1mmmmme1es10nnnnnttttt"),
                memoryClass(
                        "SIMD load/store multiple structures",
                        "0Q0011000L000000oooozznnnnnttttt",
                        "0Q0011001L0mmmmmoooozznnnnnttttt"),
                memoryClass(
                        "SIMD load/store single structure",
                        "0Q0011010LR00000oooSzznnnnnttttt",
                        "0Q0011011LRmmmmmoooSzznnnnnttttt"),
                registers(
                        "SIMD copy",
                        "0Qo01110000iiiii0jjjj1nnnnnddddd",
                        "01011110000iiiii000001nnnnnddddd"),
                registers("SIMD modified immediate", "0Qo0111100000iiicccc01iiiiiddddd"),
                registers("SIMD logical", "0Qu01110zz1mmmmm000111nnnnnddddd"),
                registers(
                        "fmov between general and SIMD registers",
                        "000111100010011o000000nnnnnddddd",
                        "100111100110011o000000nnnnnddddd",
                        "100111101010111o000000nnnnnddddd"),
                registers(
                        "fmov, register and immediate",
                        "000111100t1000000" + "10000nnnnnddddd",
                        "000111100t1iiiiiiii10000000ddddd"),
                // everything
                new EncodingClass("short sequences", true, Sequences.mixed()),
                new EncodingClass("any word", true, false, Generators.anything()));
    }

    private static EncodingClass registers(String name, String... drawings) {
        return new EncodingClass(name, false, plain(drawings));
    }

    private static EncodingClass memoryClass(String name, String... drawings) {
        return new EncodingClass(name, true, memory(1, drawings));
    }

    private static EncodingClass aligned(String name, String... drawings) {
        return new EncodingClass(name, true, memory(WORD_TO_QUAD, drawings));
    }
}
