package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;
import static probity.machine.Names.xSp;

/** ldadd, ldclr, ldeor, ldset, ldsmax … ldumin and swp (FEAT_LSE), and ldapr (FEAT_LRCPC). */
final class Atomics {
    private static final String[] NAMES = {
        "add", "clr", "eor", "set", "smax", "smin", "umax", "umin"
    };
    private static final String[] SUFFIX = {"b", "h", "", ""};
    private static final int SWAP = 8;
    private static final int LOAD_ACQUIRE_PC = 12;

    private Atomics() {}

    static Instruction decode(int word) {
        int log = field(word, 31, 30);
        int size = 1 << log;
        int operation = field(word, 15, 12);
        int s = field(word, 20, 16);
        int t = field(word, 4, 0);
        int base = Names.orSp(field(word, 9, 5));
        int d = target(t);
        if (operation == LOAD_ACQUIRE_PC) {
            return loadAcquire(word, log, d, base);
        }
        if (operation > SWAP) {
            throw Decoder.unallocated("atomic memory operations");
        }
        String order = (set(word, 23) ? "a" : "") + (set(word, 22) ? "l" : "");
        String name = operation == SWAP ? "swp" : "ld" + NAMES[operation];
        int width = 8 * size;
        return Instruction.of(
                () -> {
                    boolean stores = t == Cpu.ZERO && operation != SWAP && !set(word, 23);
                    return (stores ? "st" + name.substring(2) : name)
                            + (order + SUFFIX[log] + " " + r(log == 3, s) + ", ")
                            + (stores ? "" : r(log == 3, t) + ", ")
                            + ("[" + xSp(field(word, 9, 5)) + "]");
                },
                cpu -> {
                    long address = Exclusives.aligned(cpu.base(base), size);
                    cpu.memory.checkWritable(address, size);
                    long old = cpu.memory.load(address, size);
                    cpu.memory.store(address, size, combine(operation, old, cpu.x[s], width));
                    cpu.x[d] = old;
                });
    }

    private static Instruction loadAcquire(int word, int log, int d, int base) {
        boolean allocated = set(word, 23) && !set(word, 22) && field(word, 20, 16) == 31;
        if (!allocated) {
            throw Decoder.unallocated("atomic memory operations");
        }
        int size = 1 << log;
        return Instruction.of(
                () ->
                        ("ldapr" + SUFFIX[log] + " " + r(log == 3, field(word, 4, 0)))
                                + (", [" + xSp(field(word, 9, 5)) + "]"),
                cpu -> cpu.x[d] = cpu.memory.load(Exclusives.aligned(cpu.base(base), size), size));
    }

    /** What is stored; the operands are compared in the width of the access. */
    private static long combine(int operation, long old, long operand, int width) {
        long signedOld = Bits.signExtend(old, width);
        long signed = Bits.signExtend(operand, width);
        long unsigned = operand & Bits.ones(width);
        switch (operation) {
            case 0:
                return old + operand;
            case 1:
                return old & ~operand;
            case 2:
                return old ^ operand;
            case 3:
                return old | operand;
            case 4:
                return signedOld > signed ? old : operand;
            case 5:
                return signedOld > signed ? operand : old;
            case 6:
                return Long.compareUnsigned(old, unsigned) > 0 ? old : operand;
            case 7:
                return Long.compareUnsigned(old, unsigned) > 0 ? operand : old;
            default:
                return operand;
        }
    }
}
