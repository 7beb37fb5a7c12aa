package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** ldr, ldrsw and prfm of a literal, general and SIMD registers. */
final class Literals {
    private Literals() {}

    static Instruction decode(int word) {
        int opc = field(word, 31, 30);
        int t = field(word, 4, 0);
        int d = target(t);
        long offset = (long) Bits.signed(word, 23, 5) << 2;
        if (set(word, 26)) {
            return simd(opc, t, offset);
        }
        switch (opc) {
            case 0:
                return literal(
                        "ldr " + r(false, t),
                        offset,
                        cpu -> cpu.x[d] = cpu.memory.load32(cpu.pc + offset) & 0xffff_ffffL);
            case 1:
                return literal(
                        "ldr " + r(true, t),
                        offset,
                        cpu -> cpu.x[d] = cpu.memory.load64(cpu.pc + offset));
            case 2:
                return literal(
                        "ldrsw " + r(true, t),
                        offset,
                        cpu -> cpu.x[d] = cpu.memory.load32(cpu.pc + offset));
            default:
                return literal("prfm " + SingleRegister.prefetchName(t), offset, cpu -> {});
        }
    }

    private static Instruction simd(int opc, int t, long offset) {
        if (opc == 3) {
            throw Decoder.unallocated("load literal");
        }
        int size = 4 << opc;
        return literal(
                "ldr " + Names.scalar(size, t),
                offset,
                cpu -> SimdRegisters.load(cpu, cpu.pc + offset, size, t));
    }

    private static Instruction literal(String start, long offset, Action action) {
        return Instruction.relative(start + ", ", offset, action);
    }
}
