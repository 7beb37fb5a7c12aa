package probity.machine;

/** What the machine says it is: no product's part number, and the features it really has. */
final class IdentificationRegisters {
    /** Implementer 0 is reserved for software; 0xf says that features are in the ID registers. */
    private static final long MIDR = 0xf << 16;

    /** 64-byte cache lines, reservations and writebacks; IDC and DIC: no maintenance is needed. */
    private static final long CTR = 1L << 31 | 3 << 28 | 4 << 24 | 4 << 20 | 4 << 16 | 4;

    /** {@code dc zva} is allowed and clears 16 words of 4 bytes. */
    private static final long DCZID = 4;

    /** EL0 and EL1 in AArch64 only; DIT. */
    private static final long PFR0 = 1L << 48 | 0x11;

    /** BTI; SSBS with its MSR form. */
    private static final long PFR1 = 2 << 4 | 1;

    private static final long DFR0 = 6;

    /** CRC32, LSE atomics, flag manipulation 2. */
    private static final long ISAR0 = 2L << 52 | 2 << 20 | 1 << 16;

    /** DPB2, pointer and generic authentication by an own algorithm, LRCPC2, SB. */
    private static final long ISAR1 = 1L << 36 | 1 << 28 | 2 << 20 | 1 << 8 | 2;

    /** PAN. */
    private static final long MMFR1 = 1 << 20;

    /** UAO. */
    private static final long MMFR2 = 1 << 4;

    private IdentificationRegisters() {}

    static long value(SystemRegister register) {
        switch (register) {
            case MIDR_EL1:
                return MIDR;
            case CTR_EL0:
                return CTR;
            case DCZID_EL0:
                return DCZID;
            case ID_AA64PFR0_EL1:
                return PFR0;
            case ID_AA64PFR1_EL1:
                return PFR1;
            case ID_AA64DFR0_EL1:
                return DFR0;
            case ID_AA64ISAR0_EL1:
                return ISAR0;
            case ID_AA64ISAR1_EL1:
                return ISAR1;
            case ID_AA64MMFR1_EL1:
                return MMFR1;
            case ID_AA64MMFR2_EL1:
                return MMFR2;
            default:
                return 0;
        }
    }
}
