package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** and, bic, orr, orn, eor, eon, ands, bics with a shifted register. */
final class LogicalShifted {
    private static final String[] NAMES = {
        "and", "bic", "orr", "orn", "eor", "eon", "ands", "bics"
    };

    private LogicalShifted() {}

    static Instruction decode(int word) {
        boolean wide = set(word, 31);
        int amount = field(word, 15, 10);
        if (!wide && amount > 31) {
            throw Decoder.unallocated("logical, shifted register");
        }
        int type = field(word, 23, 22);
        int opcode = field(word, 30, 29) << 1 | field(word, 21, 21);
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int rm = field(word, 20, 16);
        return Instruction.of(
                () -> text(opcode, wide, rd, rn, r(wide, rm) + Names.shift(type, amount)),
                amount == 0 && type == 0
                        ? plain(opcode, wide, target(rd), rn, rm)
                        : shifted(opcode, wide, target(rd), rn, rm, type, amount));
    }

    private static Action plain(int opcode, boolean wide, int d, int n, int m) {
        long mask = Alu.mask(wide);
        switch (opcode) {
            case 0:
                return cpu -> cpu.x[d] = cpu.x[n] & cpu.x[m] & mask;
            case 1:
                return cpu -> cpu.x[d] = cpu.x[n] & ~cpu.x[m] & mask;
            case 2:
                return n == Cpu.ZERO
                        ? cpu -> cpu.x[d] = cpu.x[m] & mask
                        : cpu -> cpu.x[d] = (cpu.x[n] | cpu.x[m]) & mask;
            case 3:
                return cpu -> cpu.x[d] = (cpu.x[n] | ~cpu.x[m]) & mask;
            case 4:
                return cpu -> cpu.x[d] = (cpu.x[n] ^ cpu.x[m]) & mask;
            case 5:
                return cpu -> cpu.x[d] = (cpu.x[n] ^ ~cpu.x[m]) & mask;
            case 6:
                return cpu -> cpu.x[d] = Alu.logicalSetting(cpu, wide, cpu.x[n] & cpu.x[m] & mask);
            default:
                return cpu -> cpu.x[d] = Alu.logicalSetting(cpu, wide, cpu.x[n] & ~cpu.x[m] & mask);
        }
    }

    private static Action shifted(
            int opcode, boolean wide, int d, int n, int m, int type, int amount) {
        long mask = Alu.mask(wide);
        boolean invert = (opcode & 1) != 0;
        return cpu -> {
            long second = Alu.shift(type, cpu.x[m], amount, wide);
            cpu.x[d] = combine(cpu, opcode, wide, cpu.x[n], invert ? ~second : second, mask);
        };
    }

    private static long combine(Cpu cpu, int opcode, boolean wide, long a, long b, long mask) {
        switch (opcode >> 1) {
            case 0:
                return a & b & mask;
            case 1:
                return (a | b) & mask;
            case 2:
                return (a ^ b) & mask;
            default:
                return Alu.logicalSetting(cpu, wide, a & b & mask);
        }
    }

    private static String text(int opcode, boolean wide, int rd, int rn, String second) {
        if (opcode == 3 && rn == Cpu.ZERO) {
            return "mvn " + r(wide, rd) + ", " + second;
        }
        if (opcode == 2 && rn == Cpu.ZERO && !second.contains(",")) {
            return "mov " + r(wide, rd) + ", " + second;
        }
        if (opcode == 6 && rd == Cpu.ZERO) {
            return "tst " + r(wide, rn) + ", " + second;
        }
        return NAMES[opcode] + " " + r(wide, rd) + ", " + r(wide, rn) + ", " + second;
    }
}
