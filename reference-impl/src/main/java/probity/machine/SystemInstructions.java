package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.immediate;
import static probity.machine.Names.x;

/** Barriers, MRS and MSR, cache maintenance; and the way to hints and PSTATE fields. */
final class SystemInstructions {
    private static final Action NOTHING = cpu -> {};
    private static final int DC_ZVA_BYTES = 64;

    private SystemInstructions() {}

    static Instruction decode(int word) {
        boolean read = set(word, 21);
        int op0 = field(word, 20, 19);
        int crn = field(word, 15, 12);
        int t = field(word, 4, 0);
        if (op0 >= 2) {
            return read ? mrs(word, t) : msr(word, t);
        }
        if (op0 == 1 && !read && crn == 7) {
            return cacheMaintenance(word, t);
        }
        if (op0 != 0 || read || t != 31) {
            throw Decoder.unallocated("system");
        }
        boolean op1Is3 = field(word, 18, 16) == 3;
        if (crn == 2 && op1Is3) {
            return Hints.decode(field(word, 11, 5));
        }
        if (crn == 3 && op1Is3) {
            return barrier(field(word, 11, 8), field(word, 7, 5));
        }
        if (crn == 4) {
            return PstateInstructions.decode(word);
        }
        throw Decoder.unallocated("system");
    }

    private static Instruction barrier(int crm, int op2) {
        switch (op2) {
            case 2:
                return Instruction.of(
                        () -> "clrex" + (crm == 15 ? "" : " " + immediate(crm)),
                        cpu -> cpu.memory.reservation.clear());
            case 4:
                return Instruction.of(() -> dsbName(crm), NOTHING);
            case 5:
                return Instruction.of(() -> "dmb " + domain(crm), NOTHING);
            case 6:
                return Instruction.of(
                        () -> "isb" + (crm == 15 ? "" : " " + immediate(crm)), NOTHING);
            case 7:
                if (crm == 0) {
                    return Instruction.of(() -> "sb", NOTHING);
                }
                throw Decoder.unallocated("barriers");
            default:
                throw Decoder.unallocated("barriers");
        }
    }

    private static String dsbName(int crm) {
        return crm == 0 ? "ssbb" : crm == 4 ? "pssbb" : "dsb " + domain(crm);
    }

    private static String domain(int crm) {
        if ((crm & 3) == 0) {
            return "#0x%02x".formatted(crm);
        }
        String shareability = new String[] {"osh", "nsh", "ish", ""}[crm >> 2];
        return crm == 15 ? "sy" : shareability + new String[] {"", "ld", "st", ""}[crm & 3];
    }

    private static Instruction mrs(int word, int t) {
        SystemRegister register = SystemRegister.of(word);
        int d = Names.target(t);
        return Instruction.of(
                () -> "mrs " + x(t) + ", " + register.assembly(),
                cpu -> cpu.x[d] = SystemRegisters.read(cpu, register));
    }

    private static Instruction msr(int word, int t) {
        SystemRegister register = SystemRegister.of(word);
        if (!SystemRegisters.isWritable(register)) {
            throw new UnsupportedEncoding("a write to " + register.assembly());
        }
        return Instruction.of(
                () -> "msr " + register.assembly() + ", " + x(t),
                cpu -> SystemRegisters.write(cpu, register, cpu.x[t]));
    }

    /** Caches are coherent here, so only {@code dc zva} has an effect. */
    private static Instruction cacheMaintenance(int word, int t) {
        int op1 = field(word, 18, 16);
        int crm = field(word, 11, 8);
        int op2 = field(word, 7, 5);
        switch (op1 << 8 | crm << 4 | op2) {
            case 0x341:
                return Instruction.of(() -> "dc zva, " + x(t), cpu -> zero(cpu, cpu.x[t]));
            case 0x3a1:
                return Instruction.of(() -> "dc cvac, " + x(t), NOTHING);
            case 0x3b1:
                return Instruction.of(() -> "dc cvau, " + x(t), NOTHING);
            case 0x3c1:
                return Instruction.of(() -> "dc cvap, " + x(t), NOTHING);
            case 0x3d1:
                return Instruction.of(() -> "dc cvadp, " + x(t), NOTHING);
            case 0x3e1:
                return Instruction.of(() -> "dc civac, " + x(t), NOTHING);
            case 0x351:
                return Instruction.of(() -> "ic ivau, " + x(t), NOTHING);
            case 0x010:
                return Instruction.of(() -> "ic ialluis", NOTHING);
            case 0x050:
                return Instruction.of(() -> "ic iallu", NOTHING);
            default:
                throw new UnsupportedEncoding("an unknown cache or address instruction");
        }
    }

    private static void zero(Cpu cpu, long address) {
        long block = address & -DC_ZVA_BYTES;
        for (int offset = 0; offset < DC_ZVA_BYTES; offset += Long.BYTES) {
            cpu.memory.store64(block + offset, 0);
        }
    }
}
