package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.xSp;

/**
 * The addressing mode of a load or store of one register: base and immediate, or base and register,
 * before or after the base is changed.
 *
 * @param base the slot of the base register
 * @param offset the immediate, already scaled
 * @param index the slot of the index register, or {@link #NONE}
 * @param extend the extension of the index
 * @param shift how far the index is shifted
 */
record Addressing(Mode mode, int base, long offset, int index, int extend, int shift) {
    static final int NONE = -1;

    enum Mode {
        OFFSET,
        PRE_INDEX,
        POST_INDEX
    }

    /** Decodes bits 24, 21 and 11..10 and what goes with them. */
    static Addressing of(int word, int size) {
        int base = Names.orSp(field(word, 9, 5));
        if (set(word, 24)) {
            return immediate(Mode.OFFSET, base, (long) field(word, 21, 10) * size);
        }
        if (set(word, 21)) {
            int extend = field(word, 15, 13);
            if ((extend & 2) == 0) {
                throw Decoder.unallocated("load/store, register offset");
            }
            int shift = set(word, 12) ? Integer.numberOfTrailingZeros(size) : 0;
            return new Addressing(Mode.OFFSET, base, 0, field(word, 20, 16), extend, shift);
        }
        long offset = Bits.signed(word, 20, 12);
        switch (field(word, 11, 10)) {
            case 0b00:
                return immediate(Mode.OFFSET, base, offset);
            case 0b01:
                return immediate(Mode.POST_INDEX, base, offset);
            case 0b11:
                return immediate(Mode.PRE_INDEX, base, offset);
            default:
                throw new UnsupportedEncoding(
                        "an unprivileged access (ldtr, sttr); there is no unprivileged memory");
        }
    }

    static Addressing immediate(Mode mode, int base, long offset) {
        return new Addressing(mode, base, offset, NONE, 0, 0);
    }

    boolean writesBack() {
        return mode != Mode.OFFSET;
    }

    boolean indexed() {
        return index != NONE;
    }

    /** Where the access is made; faults on a misaligned sp. */
    long address(Cpu cpu) {
        if (index != NONE) {
            return cpu.base(base) + Alu.extend(extend, cpu.x[index], shift);
        }
        return mode == Mode.POST_INDEX ? cpu.base(base) : cpu.base(base) + offset;
    }

    /** To be called when the access is done. */
    void writeBack(Cpu cpu) {
        if (mode != Mode.OFFSET) {
            cpu.x[base] += offset;
        }
    }

    String text() {
        String name = xSp(base == Cpu.SP ? 31 : base);
        if (index != NONE) {
            boolean full = (extend & 1) != 0;
            String how = extend == 3 ? "lsl" : Names.EXTENDS[extend];
            String amount = shift == 0 ? "" : " #" + shift;
            String suffix = extend == 3 && shift == 0 ? "" : ", " + how + amount;
            return "[" + name + ", " + Names.r(full, index) + suffix + "]";
        }
        switch (mode) {
            case PRE_INDEX:
                return "[" + name + ", #" + offset + "]!";
            case POST_INDEX:
                return "[" + name + "], #" + offset;
            default:
                return offset == 0 ? "[" + name + "]" : "[" + name + ", #" + offset + "]";
        }
    }
}
