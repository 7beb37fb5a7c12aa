package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.xSp;

/** ld1–ld4 and st1–st4, whole registers, single lanes and replicated. */
final class SimdStructures {
    private static final String[] ELEMENTS = {"b", "h", "s", "d"};

    private SimdStructures() {}

    static Instruction decode(int word) {
        boolean post = set(word, 23);
        boolean allocated = !set(word, 31) && (post || field(word, 20, 16) == 0);
        if (!allocated || !set(word, 24) && set(word, 21)) {
            throw Decoder.unallocated("load/store SIMD structures");
        }
        return set(word, 24) ? singleStructure(word, post) : multiple(word, post);
    }

    private static Instruction multiple(int word, boolean post) {
        int repeat;
        int structure;
        switch (field(word, 15, 12)) {
            case 0b0000:
                repeat = 1;
                structure = 4;
                break;
            case 0b0010:
                repeat = 4;
                structure = 1;
                break;
            case 0b0100:
                repeat = 1;
                structure = 3;
                break;
            case 0b0110:
                repeat = 3;
                structure = 1;
                break;
            case 0b0111:
                repeat = 1;
                structure = 1;
                break;
            case 0b1000:
                repeat = 1;
                structure = 2;
                break;
            case 0b1010:
                repeat = 2;
                structure = 1;
                break;
            default:
                throw Decoder.unallocated("load/store SIMD structures");
        }
        boolean quad = set(word, 30);
        int log = field(word, 11, 10);
        if (log == 3 && !quad && structure != 1) {
            throw Decoder.unallocated("load/store SIMD structures");
        }
        int size = 1 << log;
        int elements = (quad ? 16 : 8) / size;
        int bytes = repeat * structure * elements * size;
        int t = field(word, 4, 0);
        String registers = registers(t, repeat * structure, elements + ELEMENTS[log], "");
        Transfer transfer =
                (cpu, address) -> {
                    long at = address;
                    for (int r = 0; r < repeat; r++) {
                        for (int e = 0; e < elements; e++) {
                            for (int s = 0; s < structure; s++) {
                                element(cpu, set(word, 22), t + r + s & 31, e, size, at);
                                at += size;
                            }
                        }
                    }
                    if (!quad && set(word, 22)) {
                        for (int i = 0; i < repeat * structure; i++) {
                            cpu.v[2 * (t + i & 31) + 1] = 0;
                        }
                    }
                };
        return instruction(word, post, structure, "", registers, bytes, transfer);
    }

    private static Instruction singleStructure(int word, boolean post) {
        int opcode = field(word, 15, 13);
        int log = opcode >> 1;
        int structure = ((opcode & 1) << 1 | field(word, 21, 21)) + 1;
        int index = field(word, 30, 30) << 3 | field(word, 12, 12) << 2 | field(word, 11, 10);
        if (log == 3) {
            return replicate(word, post, structure);
        }
        if ((index & (1 << log) - 1) != 0) {
            if (log != 2 || (index & 7) != 1) {
                throw Decoder.unallocated("load/store SIMD single structure");
            }
            log = 3;
        }
        int size = 1 << log;
        int lane = index >> log;
        int t = field(word, 4, 0);
        String registers = registers(t, structure, ELEMENTS[log], "[" + lane + "]");
        Transfer transfer =
                (cpu, address) -> {
                    for (int s = 0; s < structure; s++) {
                        boolean load = set(word, 22);
                        element(cpu, load, t + s & 31, lane, size, address + s * size);
                    }
                };
        return instruction(word, post, structure, "", registers, structure * size, transfer);
    }

    private static Instruction replicate(int word, boolean post, int structure) {
        if (!set(word, 22) || set(word, 12)) {
            throw Decoder.unallocated("load/store SIMD single structure");
        }
        int log = field(word, 11, 10);
        int size = 1 << log;
        int t = field(word, 4, 0);
        boolean quad = set(word, 30);
        String registers = registers(t, structure, (quad ? 16 : 8) / size + ELEMENTS[log], "");
        Transfer transfer =
                (cpu, address) -> {
                    for (int s = 0; s < structure; s++) {
                        long value = cpu.memory.load(address + s * size, size);
                        long all = Bits.replicate(value, 8 * size);
                        SimdRegisters.set(cpu, t + s & 31, quad, all, all);
                    }
                };
        return instruction(word, post, structure, "r", registers, structure * size, transfer);
    }

    @FunctionalInterface
    private interface Transfer {
        void run(Cpu cpu, long address);
    }

    private static Instruction instruction(
            int word,
            boolean post,
            int structure,
            String suffix,
            String registers,
            int bytes,
            Transfer transfer) {
        boolean load = set(word, 22);
        int n = field(word, 9, 5);
        int m = field(word, 20, 16);
        int base = Names.orSp(n);
        String step = !post ? "" : ", " + (m == 31 ? "#" + bytes : Names.x(m));
        return Instruction.of(
                () ->
                        ((load ? "ld" : "st") + structure + suffix + " " + registers)
                                + (", [" + xSp(n) + "]" + step),
                cpu -> {
                    long address = cpu.base(base);
                    if (load) {
                        cpu.memory.checkReadable(address, bytes);
                    } else {
                        cpu.memory.checkWritable(address, bytes);
                    }
                    transfer.run(cpu, address);
                    if (post) {
                        cpu.x[base] = address + (m == 31 ? bytes : cpu.x[m]);
                    }
                });
    }

    private static void element(Cpu cpu, boolean load, int t, int index, int size, long address) {
        if (load) {
            SimdRegisters.setElement(cpu, t, index, size, cpu.memory.load(address, size));
        } else {
            cpu.memory.store(address, size, SimdRegisters.element(cpu, t, index, size));
        }
    }

    private static String registers(int t, int count, String arrangement, String lane) {
        if (count > 2 && t + count <= Cpu.VECTORS) {
            return "{v%d.%s-v%d.%s}%s"
                    .formatted(t, arrangement, t + count - 1 & 31, arrangement, lane);
        }
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "v" : ", v").append(t + i & 31).append('.').append(arrangement);
        }
        return text.append('}').append(lane).toString();
    }
}
