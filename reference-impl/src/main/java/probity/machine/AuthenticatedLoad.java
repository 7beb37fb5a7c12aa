package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.target;
import static probity.machine.Names.x;

/** ldraa and ldrab: load through a pointer that is authenticated first. */
final class AuthenticatedLoad {
    private AuthenticatedLoad() {}

    static Instruction decode(int word) {
        if (field(word, 31, 30) != 3) {
            throw Decoder.unallocated("load register, authenticated");
        }
        boolean keyB = set(word, 23);
        boolean writeBack = set(word, 11);
        int t = field(word, 4, 0);
        int base = Names.orSp(field(word, 9, 5));
        int d = target(t);
        long offset = (long) (Bits.signed(word, 22, 22) << 9 | field(word, 20, 12)) << 3;
        int key = keyB ? SystemRegisters.KEY_DB : SystemRegisters.KEY_DA;
        if (writeBack && base == t) {
            throw Decoder.unpredictable("the base register is written back and transferred");
        }
        Addressing.Mode mode = writeBack ? Addressing.Mode.PRE_INDEX : Addressing.Mode.OFFSET;
        String operand = Addressing.immediate(mode, base, offset).text();
        return Instruction.of(
                () -> (keyB ? "ldrab " : "ldraa ") + x(t) + ", " + operand,
                cpu -> {
                    long pointer = PointerAuthentication.authenticate(cpu, cpu.base(base), 0, key);
                    cpu.x[d] = cpu.memory.load64(pointer + offset);
                    if (writeBack) {
                        cpu.x[base] = pointer + offset;
                    }
                });
    }
}
