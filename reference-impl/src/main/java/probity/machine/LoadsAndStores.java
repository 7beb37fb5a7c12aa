package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;

/** Loads and stores: which group a word belongs to. */
final class LoadsAndStores {
    private LoadsAndStores() {}

    static Instruction decode(int word) {
        boolean simd = set(word, 26);
        switch (field(word, 29, 28)) {
            case 0b00:
                if (simd) {
                    return SimdStructures.decode(word);
                }
                if (set(word, 24)) {
                    throw Decoder.unallocated("loads and stores");
                }
                return Exclusives.decode(word);
            case 0b01:
                if (!set(word, 24)) {
                    return Literals.decode(word);
                }
                if (!simd && !set(word, 21) && field(word, 11, 10) == 0) {
                    return OrderedUnscaled.decode(word);
                }
                throw Decoder.unallocated("loads and stores (tags, copies)");
            case 0b10:
                return Pairs.decode(word);
            default:
                return register(word, simd);
        }
    }

    private static Instruction register(int word, boolean simd) {
        boolean plain = set(word, 24) || !set(word, 21) || field(word, 11, 10) == 0b10;
        if (plain) {
            return simd ? SimdSingle.decode(word) : SingleRegister.decode(word);
        }
        if (!simd && set(word, 10)) {
            return AuthenticatedLoad.decode(word);
        }
        if (!simd && field(word, 11, 10) == 0) {
            return Atomics.decode(word);
        }
        throw Decoder.unallocated("loads and stores");
    }
}
