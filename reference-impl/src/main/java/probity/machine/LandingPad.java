package probity.machine;

/**
 * Which instructions an indirect branch may land on in guarded text (FEAT_BTI, pseudocode
 * BTypeCompatible). SCTLR_EL1.BT1 is 1 as Linux sets it: {@code paciasp} is no pad for a {@code br}
 * through anything but x16 and x17.
 */
final class LandingPad {
    /** BTYPE after {@code br} through x16 or x17, or from text that is not guarded. */
    static final int JUMP_LIKE_A_CALL = 1;

    /** BTYPE after {@code blr}. */
    static final int CALL = 2;

    /** BTYPE after any other {@code br} from guarded text. */
    static final int JUMP = 3;

    private static final int PACIASP = 0xd503233f;
    private static final int PACIBSP = 0xd503237f;
    private static final int BTI_C = 0xd503245f;
    private static final int BTI_J = 0xd503249f;
    private static final int BTI_JC = 0xd50324df;
    private static final int HLT = 0xd4400000;

    private LandingPad() {}

    static boolean accepts(int word, int btype) {
        switch (word) {
            case PACIASP:
            case PACIBSP:
            case BTI_C:
                return btype != JUMP;
            case BTI_J:
                return btype != CALL;
            case BTI_JC:
                return true;
            default: // breakpoints take priority over the check
                return BreakInstruction.is(word) || (word & 0xffe0001f) == HLT;
        }
    }

    static String complaint(long pc, int word, int btype) {
        return "An indirect %s (BTYPE %d) landed at 0x%x on 0x%08x, which is no landing pad for it"
                .formatted(btype == CALL ? "call" : "jump", btype, pc, word);
    }
}
