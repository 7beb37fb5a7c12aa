package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;

/** Branches, and the group's other members: system instructions and exceptions. */
final class Branches {
    private Branches() {}

    static Instruction decode(int word) {
        switch (field(word, 30, 29)) {
            case 0b00:
                return immediate(word);
            case 0b01:
                return set(word, 25) ? testAndBranch(word) : compareAndBranch(word);
            case 0b10:
                return set(word, 31) ? registerOrSystem(word) : conditional(word);
            default:
                throw Decoder.unallocated("branches and system");
        }
    }

    private static Instruction immediate(int word) {
        long offset = (long) Bits.signed(word, 25, 0) << 2;
        if (!set(word, 31)) {
            return Instruction.relative("b ", offset, cpu -> cpu.next = cpu.pc + offset);
        }
        return Instruction.relative(
                "bl ",
                offset,
                cpu -> {
                    cpu.checkCall();
                    cpu.x[Cpu.LR] = cpu.next;
                    cpu.next = cpu.pc + offset;
                });
    }

    private static Instruction conditional(int word) {
        if (field(word, 25, 24) != 0 || set(word, 4)) {
            throw Decoder.unallocated("conditional branch");
        }
        long offset = (long) Bits.signed(word, 23, 5) << 2;
        int condition = field(word, 3, 0);
        return Instruction.relative(
                "b." + Alu.CONDITIONS[condition] + " ",
                offset,
                cpu -> {
                    if (Alu.holds(condition, cpu)) {
                        cpu.next = cpu.pc + offset;
                    }
                });
    }

    private static Instruction compareAndBranch(int word) {
        boolean wide = set(word, 31);
        boolean ifNot = set(word, 24);
        int t = field(word, 4, 0);
        long offset = (long) Bits.signed(word, 23, 5) << 2;
        long mask = Alu.mask(wide);
        return Instruction.relative(
                (ifNot ? "cbnz " : "cbz ") + r(wide, t) + ", ",
                offset,
                cpu -> {
                    if ((cpu.x[t] & mask) == 0 != ifNot) {
                        cpu.next = cpu.pc + offset;
                    }
                });
    }

    private static Instruction testAndBranch(int word) {
        int bit = field(word, 31, 31) << 5 | field(word, 23, 19);
        boolean ifSet = set(word, 24);
        int t = field(word, 4, 0);
        long offset = (long) Bits.signed(word, 18, 5) << 2;
        return Instruction.relative(
                (ifSet ? "tbnz " : "tbz ") + r(bit > 31, t) + ", #" + bit + ", ",
                offset,
                cpu -> {
                    if ((cpu.x[t] >>> bit & 1) != 0 == ifSet) {
                        cpu.next = cpu.pc + offset;
                    }
                });
    }

    private static Instruction registerOrSystem(int word) {
        if (set(word, 25)) {
            return IndirectBranches.decode(word);
        }
        if (!set(word, 24)) {
            String[] names = {"svc, hvc or smc", "brk", "hlt", "tcancel", "", "dcps"};
            int opcode = field(word, 23, 21);
            throw new UnsupportedEncoding(
                    "the exception-generating instruction "
                            + (opcode < names.length ? names[opcode] : ""));
        }
        if (field(word, 23, 22) != 0) {
            throw Decoder.unallocated("system");
        }
        return SystemInstructions.decode(word);
    }
}
