package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** ldr, str and their byte, halfword and sign-extending forms, in every addressing mode. */
final class SingleRegister {
    private static final int STORE = 0;
    private static final int LOAD = 1;
    private static final int LOAD_SIGNED_64 = 2;

    private SingleRegister() {}

    static Instruction decode(int word) {
        int log = field(word, 31, 30);
        int opc = field(word, 23, 22);
        int size = 1 << log;
        Addressing at = Addressing.of(word, size);
        if (log == 3 && opc == 2) {
            return prefetch(word, at);
        }
        if (log >= 2 && opc == 3) {
            throw Decoder.unallocated("load/store register");
        }
        int t = field(word, 4, 0);
        if (at.writesBack() && at.base() == t) {
            throw Decoder.unpredictable("the base register is written back and transferred");
        }
        boolean unscaled = !set(word, 24) && !set(word, 21) && field(word, 11, 10) == 0;
        boolean wide = log == 3 || opc == LOAD_SIGNED_64;
        String name =
                (opc == STORE ? "st" : "ld")
                        + (unscaled ? "ur" : "r")
                        + (opc >= LOAD_SIGNED_64 ? "s" : "")
                        + (log == 3 || log == 2 && opc < LOAD_SIGNED_64 ? "" : "bhw".charAt(log));
        return Instruction.of(
                () -> name + " " + r(wide, t) + ", " + at.text(), action(opc, size, t, at));
    }

    private static Action action(int opc, int size, int t, Addressing at) {
        boolean simple = !at.writesBack() && !at.indexed();
        if (simple && opc <= LOAD && size >= 4) {
            return simple(opc, size, t, at.base(), at.offset());
        }
        switch (opc) {
            case STORE:
                return cpu -> {
                    cpu.memory.store(at.address(cpu), size, cpu.x[t]);
                    at.writeBack(cpu);
                };
            case LOAD:
                {
                    int d = target(t);
                    return cpu -> {
                        cpu.x[d] = cpu.memory.load(at.address(cpu), size);
                        at.writeBack(cpu);
                    };
                }
            default:
                {
                    int d = target(t);
                    long mask = Alu.mask(opc == LOAD_SIGNED_64);
                    return cpu -> {
                        long value = cpu.memory.load(at.address(cpu), size);
                        cpu.x[d] = Bits.signExtend(value, 8 * size) & mask;
                        at.writeBack(cpu);
                    };
                }
        }
    }

    /** The common case, base and immediate, words and doublewords, without any detour. */
    private static Action simple(int opc, int size, int t, int base, long offset) {
        if (opc == STORE) {
            return size == 8
                    ? cpu -> cpu.memory.store64(cpu.base(base) + offset, cpu.x[t])
                    : cpu -> cpu.memory.store32(cpu.base(base) + offset, (int) cpu.x[t]);
        }
        int d = target(t);
        return size == 8
                ? cpu -> cpu.x[d] = cpu.memory.load64(cpu.base(base) + offset)
                : cpu -> cpu.x[d] = cpu.memory.load32(cpu.base(base) + offset) & 0xffff_ffffL;
    }

    /** A hint without effect; it does not even check sp. */
    private static Instruction prefetch(int word, Addressing at) {
        if (at.writesBack()) {
            throw Decoder.unallocated("prefetch");
        }
        int operation = field(word, 4, 0);
        boolean unscaled = !set(word, 24) && !set(word, 21);
        String name = (unscaled ? "prfum " : "prfm ") + prefetchName(operation);
        return Instruction.of(() -> name + ", " + at.text(), cpu -> {});
    }

    static String prefetchName(int operation) {
        int type = operation >> 3;
        int level = operation >> 1 & 3;
        return type == 3 || level == 3
                ? Names.immediate(operation)
                : new String[] {"pld", "pli", "pst"}[type]
                        + ("l" + (level + 1) + ((operation & 1) == 0 ? "keep" : "strm"));
    }
}
