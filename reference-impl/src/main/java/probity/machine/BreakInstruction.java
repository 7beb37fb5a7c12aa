package probity.machine;

/** {@code brk #imm16}: 1101 0100 001 imm16 000 00. */
final class BreakInstruction {
    private BreakInstruction() {}

    static boolean is(int word) {
        return (word & 0xffe0001f) == 0xd4200000;
    }

    static int immediate(int word) {
        return word >>> 5 & 0xffff;
    }
}
