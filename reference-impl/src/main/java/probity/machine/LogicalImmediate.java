package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.immediate;
import static probity.machine.Names.r;
import static probity.machine.Names.rSp;

/** and, orr, eor, ands with a bit mask immediate. */
final class LogicalImmediate {
    private static final int ORR = 1;
    private static final int ANDS = 3;
    private static final String[] NAMES = {"and", "orr", "eor", "ands"};

    private LogicalImmediate() {}

    static Instruction decode(int word) {
        boolean wide = set(word, 31);
        if (!wide && set(word, 22)) {
            throw Decoder.unallocated("logical, immediate");
        }
        int opcode = field(word, 30, 29);
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int n = field(word, 22, 22);
        long mask = Alu.mask(wide);
        long operand =
                Bits.bitMasks(n, field(word, 15, 10), field(word, 21, 16), true).wmask() & mask;
        int d = opcode == ANDS ? Names.target(rd) : Names.orSp(rd);
        return Instruction.of(
                () -> text(opcode, wide, rd, rn, operand), action(opcode, wide, d, rn, operand));
    }

    private static Action action(int opcode, boolean wide, int d, int n, long operand) {
        long mask = Alu.mask(wide);
        switch (opcode) {
            case 0:
                return cpu -> cpu.x[d] = cpu.x[n] & operand;
            case ORR:
                return cpu -> cpu.x[d] = (cpu.x[n] | operand) & mask;
            case 2:
                return cpu -> cpu.x[d] = (cpu.x[n] ^ operand) & mask;
            default:
                return cpu -> cpu.x[d] = Alu.logicalSetting(cpu, wide, cpu.x[n] & operand);
        }
    }

    private static String text(int opcode, boolean wide, int rd, int rn, long operand) {
        String second = ", " + immediate(operand);
        if (opcode == ANDS && rd == Cpu.ZERO) {
            return "tst " + r(wide, rn) + second;
        }
        if (opcode == ORR && rn == Cpu.ZERO && !isMoveWide(wide, operand)) {
            return "mov " + rSp(wide, rd) + second;
        }
        String first = opcode == ANDS ? r(wide, rd) : rSp(wide, rd);
        return NAMES[opcode] + " " + first + ", " + r(wide, rn) + second;
    }

    /** Whether a mov of this value means movz or movn, so that it cannot stand for an orr. */
    private static boolean isMoveWide(boolean wide, long value) {
        for (int shift = 0; shift < (wide ? 64 : 32); shift += 16) {
            long rest = ~(0xffffL << shift) & Alu.mask(wide);
            if ((value & rest) == 0 || (value & rest) == rest) {
                return true;
            }
        }
        return false;
    }
}
