package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** rbit, rev16, rev32, rev, clz, cls; pointer authentication is in {@link PointerInstructions}. */
final class OneSource {
    private OneSource() {}

    static Instruction decode(int word) {
        boolean wide = set(word, 31);
        if (set(word, 29)) {
            throw Decoder.unallocated("data processing, one source");
        }
        if (field(word, 20, 16) == 1 && wide) {
            return PointerInstructions.oneSource(word);
        }
        int opcode = field(word, 15, 10);
        if (field(word, 20, 16) != 0 || opcode > 5 || opcode == 3 && !wide) {
            throw Decoder.unallocated("data processing, one source");
        }
        int rd = field(word, 4, 0);
        int n = field(word, 9, 5);
        String[] names = {"rbit", "rev16", wide ? "rev32" : "rev", "rev", "clz", "cls"};
        return Instruction.of(
                () -> names[opcode] + " " + r(wide, rd) + ", " + r(wide, n),
                wide ? wide(opcode, target(rd), n) : narrow(opcode, target(rd), n));
    }

    private static Action wide(int opcode, int d, int n) {
        switch (opcode) {
            case 0:
                return cpu -> cpu.x[d] = Long.reverse(cpu.x[n]);
            case 1:
                return cpu -> cpu.x[d] = swapBytes(cpu.x[n]);
            case 2:
                return cpu -> cpu.x[d] = Long.rotateLeft(Long.reverseBytes(cpu.x[n]), 32);
            case 3:
                return cpu -> cpu.x[d] = Long.reverseBytes(cpu.x[n]);
            case 4:
                return cpu -> cpu.x[d] = Long.numberOfLeadingZeros(cpu.x[n]);
            default:
                return cpu -> {
                    long value = cpu.x[n];
                    cpu.x[d] = Long.numberOfLeadingZeros(value ^ value >> 63) - 1;
                };
        }
    }

    private static Action narrow(int opcode, int d, int n) {
        switch (opcode) {
            case 0:
                return cpu -> cpu.x[d] = Integer.reverse((int) cpu.x[n]) & 0xffff_ffffL;
            case 1:
                return cpu -> cpu.x[d] = swapBytes(cpu.x[n] & 0xffff_ffffL);
            case 2:
                return cpu -> cpu.x[d] = Integer.reverseBytes((int) cpu.x[n]) & 0xffff_ffffL;
            case 4:
                return cpu -> cpu.x[d] = Integer.numberOfLeadingZeros((int) cpu.x[n]);
            default:
                return cpu -> {
                    int value = (int) cpu.x[n];
                    cpu.x[d] = Integer.numberOfLeadingZeros(value ^ value >> 31) - 1;
                };
        }
    }

    private static long swapBytes(long value) {
        return value >>> 8 & 0x00ff00ff00ff00ffL | (value & 0x00ff00ff00ff00ffL) << 8;
    }
}
