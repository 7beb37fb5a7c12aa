package probity.machine;

/** The fields of PSTATE, at their places in SPSR_EL1. */
final class Pstate {
    static final int NZCV = 0xf000_0000;
    static final int N = 1 << 31;
    static final int Z = 1 << 30;
    static final int C = 1 << 29;
    static final int V = 1 << 28;

    static final long TCO = 1L << 25;
    static final long DIT = 1L << 24;
    static final long UAO = 1L << 23;
    static final long PAN = 1L << 22;
    static final long SSBS = 1L << 12;
    static final int BTYPE_SHIFT = 10;
    static final long DAIF = 0xfL << 6;
    static final long MODE = 0xf;
    static final long EL1H = 5;

    /** EL1 with its own stack pointer, interrupts enabled: where kernel code usually runs. */
    static final long INITIAL = EL1H;

    private static final long AARCH32 = 1 << 4;
    private static final long STATUS = TCO | DIT | UAO | PAN | SSBS | DAIF | MODE;

    private Pstate() {}

    /** Everything but NZCV and BTYPE. */
    static long status(long pstate) {
        if ((pstate & AARCH32) != 0) {
            throw new IllegalArgumentException(
                    "The PSTATE 0x%x asks for AArch32, this machine has AArch64 only."
                            .formatted(pstate));
        }
        return pstate & STATUS;
    }
}
