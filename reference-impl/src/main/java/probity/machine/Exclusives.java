package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;
import static probity.machine.Names.w;
import static probity.machine.Names.xSp;

/**
 * Load and store exclusive, with and without acquire and release; ldar, stlr, ldlar, stllr; the
 * compare-and-swaps of this part of the encoding are in {@link CompareAndSwap}. CPUs run one at a
 * time, so every order that could be asked for is given.
 */
final class Exclusives {
    private static final String[] SUFFIX = {"b", "h", "", ""};

    private Exclusives() {}

    static Instruction decode(int word) {
        boolean o2 = set(word, 23);
        boolean o1 = set(word, 21);
        if (o2 && o1 || o1 && !set(word, 31)) {
            return CompareAndSwap.decode(word);
        }
        return o2 ? ordered(word) : o1 ? pair(word) : single(word);
    }

    /** The address of an access that has to be aligned (without FEAT_LSE2). */
    static long aligned(long address, int size) {
        if ((address & size - 1) != 0) {
            throw new GuestFault(
                    FaultKind.DATA_ALIGNMENT,
                    address,
                    "An exclusive, atomic or ordered access of %d bytes was made at 0x%x, no multiple of it"
                            .formatted(size, address));
        }
        return address;
    }

    private static Instruction ordered(int word) {
        int log = field(word, 31, 30);
        int size = 1 << log;
        requireOnes(word, true);
        int t = field(word, 4, 0);
        int base = Names.orSp(field(word, 9, 5));
        int d = target(t);
        boolean load = set(word, 22);
        String name = (load ? "ld" : "st") + (set(word, 15) ? "" : "l") + (load ? "ar" : "lr");
        return Instruction.of(
                () -> name + SUFFIX[log] + " " + r(log == 3, t) + ", " + at(word),
                load
                        ? cpu -> cpu.x[d] = cpu.memory.load(aligned(cpu.base(base), size), size)
                        : cpu -> cpu.memory.store(aligned(cpu.base(base), size), size, cpu.x[t]));
    }

    private static Instruction single(int word) {
        int log = field(word, 31, 30);
        int size = 1 << log;
        int t = field(word, 4, 0);
        int base = Names.orSp(field(word, 9, 5));
        int s = field(word, 20, 16);
        String order = set(word, 15) ? (set(word, 22) ? "a" : "l") : "";
        if (set(word, 22)) {
            requireOnes(word, true);
            int d = target(t);
            return Instruction.of(
                    () ->
                            "ld"
                                    + order
                                    + "xr"
                                    + SUFFIX[log]
                                    + " "
                                    + r(log == 3, t)
                                    + ", "
                                    + at(word),
                    cpu -> {
                        long address = aligned(cpu.base(base), size);
                        cpu.x[d] = cpu.memory.load(address, size);
                        cpu.memory.reservation.arm(address, size);
                    });
        }
        requireOnes(word, false);
        requireStatusApart(s, t, t, base);
        int status = target(s);
        return Instruction.of(
                () ->
                        ("st" + order + "xr" + SUFFIX[log] + " " + w(s) + ", ")
                                + (r(log == 3, t) + ", " + at(word)),
                cpu -> {
                    long address = aligned(cpu.base(base), size);
                    cpu.memory.checkWritable(address, size);
                    boolean passes = cpu.memory.reservation.take(address, size);
                    if (passes) {
                        cpu.memory.store(address, size, cpu.x[t]);
                    }
                    cpu.x[status] = passes ? 0 : 1;
                });
    }

    private static Instruction pair(int word) {
        boolean wide = set(word, 30);
        int size = wide ? 8 : 4;
        int t = field(word, 4, 0);
        int t2 = field(word, 14, 10);
        int base = Names.orSp(field(word, 9, 5));
        int s = field(word, 20, 16);
        String order = set(word, 15) ? (set(word, 22) ? "a" : "l") : "";
        String operands = r(wide, t) + ", " + r(wide, t2) + ", " + at(word);
        if (set(word, 22)) {
            if (s != 31) {
                throw Decoder.unpredictable("a should-be-one field is not");
            }
            if (t == t2) {
                throw Decoder.unpredictable("a pair is loaded into one register");
            }
            int d = target(t);
            int d2 = target(t2);
            return Instruction.of(
                    () -> "ld" + order + "xp " + operands,
                    cpu -> {
                        long address = aligned(cpu.base(base), 2 * size);
                        cpu.memory.checkReadable(address, 2 * size);
                        long first = cpu.memory.load(address, size);
                        cpu.x[d2] = cpu.memory.load(address + size, size);
                        cpu.x[d] = first;
                        cpu.memory.reservation.arm(address, 2 * size);
                    });
        }
        requireStatusApart(s, t, t2, base);
        int status = target(s);
        return Instruction.of(
                () -> "st" + order + "xp " + w(s) + ", " + operands,
                cpu -> {
                    long address = aligned(cpu.base(base), 2 * size);
                    cpu.memory.checkWritable(address, 2 * size);
                    boolean passes = cpu.memory.reservation.take(address, 2 * size);
                    if (passes) {
                        cpu.memory.store(address, size, cpu.x[t]);
                        cpu.memory.store(address + size, size, cpu.x[t2]);
                    }
                    cpu.x[status] = passes ? 0 : 1;
                });
    }

    /** The Rt2 field, and where there is no status register also the Rs field, should be ones. */
    private static void requireOnes(int word, boolean statusToo) {
        if (field(word, 14, 10) != 31 || statusToo && field(word, 20, 16) != 31) {
            throw Decoder.unpredictable("a should-be-one field is not");
        }
    }

    private static void requireStatusApart(int s, int t, int t2, int base) {
        if (s == t || s == t2 || s == base) {
            throw Decoder.unpredictable("the status register is also used otherwise");
        }
    }

    private static String at(int word) {
        return "[" + xSp(field(word, 9, 5)) + "]";
    }
}
