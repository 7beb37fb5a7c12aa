package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;

/** Data processing with registers: which group a word belongs to. */
final class DataProcessingRegister {
    private DataProcessingRegister() {}

    static Instruction decode(int word) {
        if (!set(word, 28)) {
            if (!set(word, 24)) {
                return LogicalShifted.decode(word);
            }
            return set(word, 21) ? AddSubtract.extended(word) : AddSubtract.shifted(word);
        }
        switch (field(word, 24, 21)) {
            case 0b0000:
                return field(word, 15, 10) == 0
                        ? AddSubtract.withCarry(word)
                        : FlagManipulation.decode(word);
            case 0b0010:
                return Conditionals.compare(word);
            case 0b0100:
                return Conditionals.select(word);
            case 0b0110:
                return set(word, 30) ? OneSource.decode(word) : TwoSource.decode(word);
            default:
                if (set(word, 24)) {
                    return ThreeSource.decode(word);
                }
                throw Decoder.unallocated("data processing, register");
        }
    }
}
