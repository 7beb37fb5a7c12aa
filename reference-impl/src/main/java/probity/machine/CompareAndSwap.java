package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;
import static probity.machine.Names.xSp;

/** cas and casp with their sizes and orders (FEAT_LSE). */
final class CompareAndSwap {
    private static final String[] SUFFIX = {"b", "h", "", ""};

    private CompareAndSwap() {}

    static Instruction decode(int word) {
        if (field(word, 14, 10) != 31) {
            throw Decoder.unallocated("compare and swap");
        }
        return set(word, 23) ? single(word) : pair(word);
    }

    private static Instruction single(int word) {
        int log = field(word, 31, 30);
        int size = 1 << log;
        int t = field(word, 4, 0);
        int base = Names.orSp(field(word, 9, 5));
        int s = field(word, 20, 16);
        int d = target(s);
        long mask = Bits.ones(8 * size);
        boolean wide = log == 3;
        return Instruction.of(
                () ->
                        ("cas" + order(word) + SUFFIX[log] + " " + r(wide, s) + ", ")
                                + (r(wide, t) + ", " + at(word)),
                cpu -> {
                    long address = Exclusives.aligned(cpu.base(base), size);
                    cpu.memory.checkWritable(address, size);
                    long old = cpu.memory.load(address, size);
                    if (old == (cpu.x[s] & mask)) {
                        cpu.memory.store(address, size, cpu.x[t]);
                    }
                    cpu.x[d] = old;
                });
    }

    private static Instruction pair(int word) {
        boolean wide = set(word, 30);
        int size = wide ? 8 : 4;
        int t = field(word, 4, 0);
        int s = field(word, 20, 16);
        if (((t | s) & 1) != 0) {
            throw Decoder.unallocated("compare and swap of a pair from an odd register");
        }
        int base = Names.orSp(field(word, 9, 5));
        long mask = Alu.mask(wide);
        int d2 = target(s + 1);
        return Instruction.of(
                () ->
                        ("casp" + order(word) + " " + r(wide, s) + ", " + r(wide, s + 1) + ", ")
                                + (r(wide, t) + ", " + r(wide, t + 1) + ", " + at(word)),
                cpu -> {
                    long address = Exclusives.aligned(cpu.base(base), 2 * size);
                    cpu.memory.checkWritable(address, 2 * size);
                    long low = cpu.memory.load(address, size);
                    long high = cpu.memory.load(address + size, size);
                    if (low == (cpu.x[s] & mask) && high == (cpu.x[s + 1] & mask)) {
                        cpu.memory.store(address, size, cpu.x[t]);
                        cpu.memory.store(address + size, size, cpu.x[t + 1]);
                    }
                    cpu.x[s] = low;
                    cpu.x[d2] = high;
                });
    }

    private static String order(int word) {
        return (set(word, 22) ? "a" : "") + (set(word, 15) ? "l" : "");
    }

    private static String at(int word) {
        return "[" + xSp(field(word, 9, 5)) + "]";
    }
}
