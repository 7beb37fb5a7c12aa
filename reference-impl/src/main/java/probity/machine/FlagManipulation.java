package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.w;
import static probity.machine.Names.x;

/** rmif, setf8, setf16 (FEAT_FlagM). */
final class FlagManipulation {
    private FlagManipulation() {}

    static Instruction decode(int word) {
        int n = field(word, 9, 5);
        boolean setf = (word & 0xffffbc1f) == 0x3a00080d;
        if (setf) {
            return evaluate(n, set(word, 14) ? 16 : 8);
        }
        if ((word & 0xffe07c10) == 0xba000400) {
            return rotate(n, field(word, 20, 15), field(word, 3, 0));
        }
        throw Decoder.unallocated("flag manipulation");
    }

    private static Instruction rotate(int n, int amount, int mask) {
        return Instruction.of(
                () -> "rmif " + x(n) + ", #" + amount + ", #" + mask,
                cpu -> {
                    int flags = (int) Long.rotateRight(cpu.x[n], amount) & mask;
                    cpu.nzcv = (cpu.nzcv >>> 28 & ~mask | flags) << 28;
                });
    }

    private static Instruction evaluate(int n, int width) {
        return Instruction.of(
                () -> "setf" + width + " " + w(n),
                cpu -> {
                    int value = (int) cpu.x[n];
                    int negative = value >>> width - 1 & 1;
                    int above = value >>> width & 1;
                    int zero = (value & (1 << width) - 1) == 0 ? Pstate.Z : 0;
                    cpu.nzcv =
                            negative << 31 | zero | cpu.nzcv & Pstate.C | (negative ^ above) << 28;
                });
    }
}
