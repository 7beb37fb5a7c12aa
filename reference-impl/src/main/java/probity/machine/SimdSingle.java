package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;

/** ldr and str of b, h, s, d and q registers in every addressing mode. */
final class SimdSingle {
    private SimdSingle() {}

    static Instruction decode(int word) {
        int log = field(word, 31, 30) | field(word, 23, 23) << 2;
        if (log > 4) {
            throw Decoder.unallocated("load/store SIMD&FP register");
        }
        boolean load = set(word, 22);
        int size = 1 << log;
        int t = field(word, 4, 0);
        boolean unscaled = !set(word, 24) && !set(word, 21) && field(word, 11, 10) == 0;
        if (!set(word, 24) && !set(word, 21) && field(word, 11, 10) == 2) {
            throw Decoder.unallocated("load/store SIMD&FP register");
        }
        Addressing at = Addressing.of(word, size);
        String name = (load ? "ld" : "st") + (unscaled ? "ur " : "r ");
        return Instruction.of(
                () -> name + Names.scalar(size, t) + ", " + at.text(),
                load
                        ? cpu -> {
                            SimdRegisters.load(cpu, at.address(cpu), size, t);
                            at.writeBack(cpu);
                        }
                        : cpu -> {
                            SimdRegisters.store(cpu, at.address(cpu), size, t);
                            at.writeBack(cpu);
                        });
    }
}
