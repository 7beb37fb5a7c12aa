package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Names.target;
import static probity.machine.Names.x;
import static probity.machine.Names.xSp;

/** pacia, autia and their kin, xpaci, pacga, and the ones in the hint space. */
final class PointerInstructions {
    private static final int[] KEYS = {
        SystemRegisters.KEY_IA,
        SystemRegisters.KEY_IB,
        SystemRegisters.KEY_DA,
        SystemRegisters.KEY_DB
    };
    private static final String[] KEY_NAMES = {"ia", "ib", "da", "db"};

    private PointerInstructions() {}

    static Instruction oneSource(int word) {
        int opcode = field(word, 15, 10);
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        int d = target(rd);
        if (opcode > 17 || opcode > 7 && n != 31) {
            throw Decoder.unallocated("data processing, one source");
        }
        if (opcode > 15) {
            return Instruction.of(
                    () -> (opcode == 16 ? "xpaci " : "xpacd ") + x(rd),
                    cpu -> cpu.x[d] = PointerAuthentication.strip(cpu.x[rd]));
        }
        int key = KEYS[opcode & 3];
        boolean zero = opcode > 7;
        boolean authenticate = (opcode & 4) != 0;
        int modifier = zero ? Cpu.ZERO : Names.orSp(n);
        String name =
                (authenticate ? "aut" : "pac")
                        + (zero ? KEY_NAMES[opcode & 3].replaceFirst("^(.)", "$1z") : "")
                        + (zero ? "" : KEY_NAMES[opcode & 3]);
        return Instruction.of(
                () -> name + " " + x(rd) + (zero ? "" : ", " + xSp(n)),
                onto(authenticate, rd, d, modifier, key));
    }

    static Instruction generic(int rd, int n, int m) {
        int d = target(rd);
        int modifier = Names.orSp(m);
        return Instruction.of(
                () -> "pacga " + x(rd) + ", " + x(n) + ", " + xSp(m),
                cpu ->
                        cpu.x[d] =
                                PointerAuthentication.code(
                                                cpu,
                                                cpu.x[n],
                                                cpu.x[modifier],
                                                SystemRegisters.KEY_GA)
                                        & 0xffff_ffff_0000_0000L);
    }

    /** The hint of that number if it is one of pointer authentication, otherwise null. */
    static Instruction hint(int number) {
        int key = (number & 2) != 0 ? SystemRegisters.KEY_IB : SystemRegisters.KEY_IA;
        String keyName = (number & 2) != 0 ? "ib" : "ia";
        switch (number) {
            case 7:
                return Instruction.of(
                        () -> "xpaclri",
                        cpu -> cpu.x[Cpu.LR] = PointerAuthentication.strip(cpu.x[Cpu.LR]));
            case 8:
            case 10:
                return hint("pac" + keyName + "1716", false, 17, 16, key);
            case 12:
            case 14:
                return hint("aut" + keyName + "1716", true, 17, 16, key);
            case 24:
            case 26:
                return hint("pac" + keyName + "z", false, Cpu.LR, Cpu.ZERO, key);
            case 25:
            case 27:
                return hint("pac" + keyName + "sp", false, Cpu.LR, Cpu.SP, key);
            case 28:
            case 30:
                return hint("aut" + keyName + "z", true, Cpu.LR, Cpu.ZERO, key);
            case 29:
            case 31:
                return hint("aut" + keyName + "sp", true, Cpu.LR, Cpu.SP, key);
            default:
                return null;
        }
    }

    private static Instruction hint(
            String name, boolean authenticate, int register, int modifier, int key) {
        return Instruction.of(() -> name, onto(authenticate, register, register, modifier, key));
    }

    private static Action onto(boolean authenticate, int from, int to, int modifier, int key) {
        return authenticate
                ? cpu ->
                        cpu.x[to] =
                                PointerAuthentication.authenticate(
                                        cpu, cpu.x[from], cpu.x[modifier], key)
                : cpu ->
                        cpu.x[to] =
                                PointerAuthentication.sign(cpu, cpu.x[from], cpu.x[modifier], key);
    }
}
