package probity.machine;

import static probity.machine.Names.immediate;

/**
 * The hint space. Unallocated hints are nops by definition; so are, on this machine, the ones about
 * waiting, speculation and errors. Landing pads act when they are fetched, see {@link LandingPad}.
 */
final class Hints {
    private Hints() {}

    static Instruction decode(int number) {
        Instruction pointer = PointerInstructions.hint(number);
        if (pointer != null) {
            return pointer;
        }
        return Instruction.of(() -> name(number), cpu -> {});
    }

    private static String name(int number) {
        switch (number) {
            case 0:
                return "nop";
            case 1:
                return "yield";
            case 2:
                return "wfe";
            case 3:
                return "wfi";
            case 4:
                return "sev";
            case 5:
                return "sevl";
            case 16:
                return "esb";
            case 17:
                return "psb csync";
            case 18:
                return "tsb csync";
            case 20:
                return "csdb";
            case 22:
                return "clearbhb";
            case 32:
                return "bti";
            case 34:
                return "bti c";
            case 36:
                return "bti j";
            case 38:
                return "bti jc";
            default:
                return "hint " + immediate(number);
        }
    }
}
