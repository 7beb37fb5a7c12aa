package probity.machine;

/** The system registers this machine knows, with their encoding in MRS and MSR. */
enum SystemRegister {
    NZCV(3, 3, 4, 2, 0),
    DAIF(3, 3, 4, 2, 1),
    DIT(3, 3, 4, 2, 5),
    SSBS(3, 3, 4, 2, 6),
    SP_SEL(3, 0, 4, 2, 0),
    CURRENT_EL(3, 0, 4, 2, 2),
    PAN(3, 0, 4, 2, 3),
    UAO(3, 0, 4, 2, 4),

    FPCR(3, 3, 4, 4, 0),
    FPSR(3, 3, 4, 4, 1),

    SP_EL0(3, 0, 4, 1, 0),
    TPIDR_EL0(3, 3, 13, 0, 2),
    TPIDRRO_EL0(3, 3, 13, 0, 3),
    TPIDR_EL1(3, 0, 13, 0, 4),
    CONTEXTIDR_EL1(3, 0, 13, 0, 1),
    SPSR_EL1(3, 0, 4, 0, 0),
    ELR_EL1(3, 0, 4, 0, 1),
    ESR_EL1(3, 0, 5, 2, 0),
    FAR_EL1(3, 0, 6, 0, 0),

    APIAKEYLO_EL1(3, 0, 2, 1, 0),
    APIAKEYHI_EL1(3, 0, 2, 1, 1),
    APIBKEYLO_EL1(3, 0, 2, 1, 2),
    APIBKEYHI_EL1(3, 0, 2, 1, 3),
    APDAKEYLO_EL1(3, 0, 2, 2, 0),
    APDAKEYHI_EL1(3, 0, 2, 2, 1),
    APDBKEYLO_EL1(3, 0, 2, 2, 2),
    APDBKEYHI_EL1(3, 0, 2, 2, 3),
    APGAKEYLO_EL1(3, 0, 2, 3, 0),
    APGAKEYHI_EL1(3, 0, 2, 3, 1),

    CNTFRQ_EL0(3, 3, 14, 0, 0),
    CNTVCT_EL0(3, 3, 14, 0, 2),
    CNTVCTSS_EL0(3, 3, 14, 0, 6),
    CTR_EL0(3, 3, 0, 0, 1),
    DCZID_EL0(3, 3, 0, 0, 7),

    MIDR_EL1(3, 0, 0, 0, 0),
    MPIDR_EL1(3, 0, 0, 0, 5),
    REVIDR_EL1(3, 0, 0, 0, 6),
    ID_AA64PFR0_EL1(3, 0, 0, 4, 0),
    ID_AA64PFR1_EL1(3, 0, 0, 4, 1),
    ID_AA64DFR0_EL1(3, 0, 0, 5, 0),
    ID_AA64ISAR0_EL1(3, 0, 0, 6, 0),
    ID_AA64ISAR1_EL1(3, 0, 0, 6, 1),
    ID_AA64ISAR2_EL1(3, 0, 0, 6, 2),
    ID_AA64MMFR0_EL1(3, 0, 0, 7, 0),
    ID_AA64MMFR1_EL1(3, 0, 0, 7, 1),
    ID_AA64MMFR2_EL1(3, 0, 0, 7, 2);

    private final int encoding;

    SystemRegister(int op0, int op1, int crn, int crm, int op2) {
        this.encoding = op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /** The register that bits 20..5 of an MRS or MSR name, with op0 in bits 20..19. */
    static SystemRegister of(int word) {
        int encoding = Bits.field(word, 20, 5);
        for (SystemRegister register : values()) {
            if (register.encoding == encoding) {
                return register;
            }
        }
        throw new UnsupportedEncoding(
                "the unknown system register s%d_%d_c%d_c%d_%d"
                        .formatted(
                                encoding >> 14,
                                encoding >> 11 & 7,
                                encoding >> 7 & 15,
                                encoding >> 3 & 15,
                                encoding & 7));
    }

    /** The name as assemblers write it. */
    String assembly() {
        switch (this) {
            case SP_SEL:
                return "spsel";
            case CURRENT_EL:
                return "currentel";
            default:
                return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
