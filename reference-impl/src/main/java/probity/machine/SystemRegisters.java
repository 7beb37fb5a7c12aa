package probity.machine;

import static probity.machine.SystemRegister.APDAKEYLO_EL1;
import static probity.machine.SystemRegister.APDBKEYLO_EL1;
import static probity.machine.SystemRegister.APGAKEYLO_EL1;
import static probity.machine.SystemRegister.APIAKEYLO_EL1;
import static probity.machine.SystemRegister.APIBKEYLO_EL1;
import static probity.machine.SystemRegister.CNTFRQ_EL0;
import static probity.machine.SystemRegister.FPCR;

/** The system registers of one CPU that hold a value of their own, and what MRS and MSR do. */
final class SystemRegisters {
    /** Keys are pairs of low and high half; these are the slots of the low halves. */
    static final int KEY_IA = slot(APIAKEYLO_EL1);

    static final int KEY_IB = slot(APIBKEYLO_EL1);
    static final int KEY_DA = slot(APDAKEYLO_EL1);
    static final int KEY_DB = slot(APDBKEYLO_EL1);
    static final int KEY_GA = slot(APGAKEYLO_EL1);

    private static final SystemRegister FIRST = FPCR;

    /** A fixed non-trivial start for the keys, so that runs are reproducible. */
    private static final long KEY_SEED = 0x9e3779b97f4a7c15L;

    private static final long FPCR_BITS = 0x07c8_0000L;
    private static final long FPSR_BITS = 0x0800_009fL;

    /** One instruction takes a nanosecond, as far as CNTVCT_EL0 is asked. */
    private static final long FREQUENCY = 1_000_000_000L;

    private long[] values = new long[slot(CNTFRQ_EL0)];

    SystemRegisters() {
        for (int slot = KEY_IA; slot <= KEY_GA + 1; slot++) {
            values[slot] = KEY_SEED * (slot + 1);
        }
    }

    long get(int slot) {
        return values[slot];
    }

    long[] values() {
        return values;
    }

    void values(long[] saved) {
        values = saved.clone();
    }

    static long read(Cpu cpu, SystemRegister register) {
        switch (register) {
            case NZCV:
                return cpu.nzcv();
            case DAIF:
                return cpu.status & Pstate.DAIF;
            case DIT:
                return cpu.status & Pstate.DIT;
            case SSBS:
                return cpu.status & Pstate.SSBS;
            case PAN:
                return cpu.status & Pstate.PAN;
            case UAO:
                return cpu.status & Pstate.UAO;
            case SP_SEL:
                return cpu.status & 1;
            case CURRENT_EL:
                return cpu.status & 0xc;
            case CNTFRQ_EL0:
                return FREQUENCY;
            case CNTVCT_EL0:
            case CNTVCTSS_EL0:
                return cpu.instructions;
            case MPIDR_EL1:
                return 1L << 31 | cpu.id();
            default:
                return isStored(register)
                        ? cpu.system.values[slot(register)]
                        : IdentificationRegisters.value(register);
        }
    }

    static boolean isWritable(SystemRegister register) {
        switch (register) {
            case NZCV:
            case DAIF:
            case DIT:
            case SSBS:
            case PAN:
            case UAO:
                return true;
            default:
                return isStored(register);
        }
    }

    static void write(Cpu cpu, SystemRegister register, long value) {
        switch (register) {
            case NZCV:
                cpu.nzcv(value);
                break;
            case DAIF:
                setStatus(cpu, Pstate.DAIF, value);
                break;
            case DIT:
                setStatus(cpu, Pstate.DIT, value);
                break;
            case SSBS:
                setStatus(cpu, Pstate.SSBS, value);
                break;
            case PAN:
                setStatus(cpu, Pstate.PAN, value);
                break;
            case UAO:
                setStatus(cpu, Pstate.UAO, value);
                break;
            case FPCR:
                cpu.system.values[slot(register)] = value & FPCR_BITS;
                break;
            case FPSR:
                cpu.system.values[slot(register)] = value & FPSR_BITS;
                break;
            default:
                cpu.system.values[slot(register)] = value;
        }
    }

    static void setStatus(Cpu cpu, long field, long value) {
        cpu.status = cpu.status & ~field | value & field;
    }

    private static boolean isStored(SystemRegister register) {
        return register.compareTo(FIRST) >= 0 && register.compareTo(CNTFRQ_EL0) < 0;
    }

    private static int slot(SystemRegister register) {
        return register.ordinal() - FPCR.ordinal();
    }
}
