package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Names.immediate;

/** msr with an immediate for DAIF, PAN, UAO, DIT, SSBS; cfinv, xaflag, axflag. */
final class PstateInstructions {
    private PstateInstructions() {}

    static Instruction decode(int word) {
        int crm = field(word, 11, 8);
        switch (field(word, 18, 16) << 3 | field(word, 7, 5)) {
            case 0:
                return flags(crm, "cfinv", cpu -> cpu.nzcv ^= Pstate.C);
            case 1:
                return flags(crm, "xaflag", PstateInstructions::fromExternalFlags);
            case 2:
                return flags(crm, "axflag", PstateInstructions::toExternalFlags);
            case 3:
                return bit("uao", Pstate.UAO, crm);
            case 4:
                return bit("pan", Pstate.PAN, crm);
            case 3 << 3 | 1:
                return bit("ssbs", Pstate.SSBS, crm);
            case 3 << 3 | 2:
                return bit("dit", Pstate.DIT, crm);
            case 3 << 3 | 6:
                return Instruction.of(
                        () -> "msr daifset, " + immediate(crm),
                        cpu -> cpu.status |= (long) crm << 6);
            case 3 << 3 | 7:
                return Instruction.of(
                        () -> "msr daifclr, " + immediate(crm),
                        cpu -> cpu.status &= ~((long) crm << 6));
            default:
                throw Decoder.unallocated("PSTATE fields");
        }
    }

    private static Instruction flags(int crm, String name, Action action) {
        if (crm != 0) {
            throw Decoder.unallocated("PSTATE fields");
        }
        return Instruction.of(() -> name, action);
    }

    private static Instruction bit(String name, long field, int crm) {
        if (crm > 1) {
            throw Decoder.unallocated("PSTATE fields");
        }
        return Instruction.of(
                () -> "msr " + name + ", " + immediate(crm),
                cpu -> SystemRegisters.setStatus(cpu, field, crm == 0 ? 0 : field));
    }

    /** The manual's XAFLAG. */
    private static void fromExternalFlags(Cpu cpu) {
        boolean z = (cpu.nzcv & Pstate.Z) != 0;
        boolean c = (cpu.nzcv & Pstate.C) != 0;
        cpu.nzcv =
                (!c && !z ? Pstate.N : 0)
                        | (z && c ? Pstate.Z : 0)
                        | (c || z ? Pstate.C : 0)
                        | (!c && z ? Pstate.V : 0);
    }

    /** The manual's AXFLAG. */
    private static void toExternalFlags(Cpu cpu) {
        boolean z = (cpu.nzcv & Pstate.Z) != 0;
        boolean c = (cpu.nzcv & Pstate.C) != 0;
        boolean v = (cpu.nzcv & Pstate.V) != 0;
        cpu.nzcv = (z || v ? Pstate.Z : 0) | (c && !v ? Pstate.C : 0);
    }
}
