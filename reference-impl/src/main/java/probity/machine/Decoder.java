package probity.machine;

/** From instruction words to instructions: the top level of the manual's A64 encoding index. */
final class Decoder {
    private Decoder() {}

    /**
     * @throws UnsupportedEncoding if the word is not allocated, not known, or its behaviour is open
     */
    static Instruction decode(int word) {
        switch (Bits.field(word, 28, 25)) {
            case 0b1000:
            case 0b1001:
                return DataProcessingImmediate.decode(word);
            case 0b1010:
            case 0b1011:
                return Branches.decode(word);
            case 0b0100:
            case 0b0110:
            case 0b1100:
            case 0b1110:
                return LoadsAndStores.decode(word);
            case 0b0101:
            case 0b1101:
                return DataProcessingRegister.decode(word);
            case 0b0111:
            case 0b1111:
                return SimdMoves.decode(word);
            case 0b0000:
                throw new UnsupportedEncoding(
                        (word >>> 16) == 0 ? "a permanently undefined udf" : "a reserved encoding");
            default:
                throw new UnsupportedEncoding("an SVE, SME or unallocated encoding");
        }
    }

    /** The instruction as assembly text, or as a {@code .word}. */
    static String text(int word, long pc, SymbolTable symbols) {
        if (BreakInstruction.is(word)) {
            return "brk " + Names.immediate(BreakInstruction.immediate(word));
        }
        try {
            return decode(word).text().at(pc, symbols);
        } catch (UnsupportedEncoding unsupported) {
            return ".word 0x%08x".formatted(word);
        }
    }

    static UnsupportedEncoding unallocated(String group) {
        return new UnsupportedEncoding("an unallocated or unknown encoding in " + group);
    }

    static UnsupportedEncoding unpredictable(String why) {
        return new UnsupportedEncoding("constrained unpredictable: " + why);
    }
}
