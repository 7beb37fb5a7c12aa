package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** ldapur, stlur and their sizes (FEAT_LRCPC2). CPUs run one at a time, so order is given. */
final class OrderedUnscaled {
    private OrderedUnscaled() {}

    static Instruction decode(int word) {
        int log = field(word, 31, 30);
        int opc = field(word, 23, 22);
        if (log == 3 && opc > 1 || log == 2 && opc > 2) {
            throw Decoder.unallocated("ordered load/store, unscaled");
        }
        int size = 1 << log;
        int t = field(word, 4, 0);
        int d = target(t);
        int base = Names.orSp(field(word, 9, 5));
        long offset = Bits.signed(word, 20, 12);
        String suffix = log < 2 ? "bh".substring(log, log + 1) : log == 2 && opc > 1 ? "w" : "";
        String operands =
                suffix
                        + (" " + r(log == 3 || opc == 2, t) + ", ")
                        + Addressing.immediate(Addressing.Mode.OFFSET, base, offset).text();
        if (opc == 0) {
            return Instruction.of(
                    () -> "stlur" + operands,
                    cpu -> cpu.memory.store(aligned(cpu, base, offset, size), size, cpu.x[t]));
        }
        if (opc == 1) {
            return Instruction.of(
                    () -> "ldapur" + operands,
                    cpu -> cpu.x[d] = cpu.memory.load(aligned(cpu, base, offset, size), size));
        }
        long mask = Alu.mask(opc == 2);
        return Instruction.of(
                () -> "ldapurs" + operands,
                cpu -> {
                    long value = cpu.memory.load(aligned(cpu, base, offset, size), size);
                    cpu.x[d] = Bits.signExtend(value, 8 * size) & mask;
                });
    }

    private static long aligned(Cpu cpu, int base, long offset, int size) {
        return Exclusives.aligned(cpu.base(base) + offset, size);
    }
}
