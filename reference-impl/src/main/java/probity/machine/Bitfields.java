package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.target;

import java.util.function.Supplier;

/** sbfm, bfm, ubfm (with their aliases: shifts, extensions, insertions) and extr. */
final class Bitfields {
    private Bitfields() {}

    static Instruction move(int word) {
        boolean wide = set(word, 31);
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int immr = field(word, 21, 16);
        int imms = field(word, 15, 10);
        if (set(word, 22) != wide || !wide && (immr | imms) > 31) {
            throw Decoder.unallocated("bitfield");
        }
        Bits.Masks masks = Bits.bitMasks(field(word, 22, 22), imms, immr, false);
        long mask = Alu.mask(wide);
        long wmask = masks.wmask() & mask;
        long both = masks.tmask() & wmask;
        long top = ~masks.tmask() & mask;
        int d = target(rd);
        switch (field(word, 30, 29)) {
            case 0b00:
                {
                    int sign = imms;
                    return Instruction.of(
                            () -> BitfieldNames.signed(wide, rd, rn, immr, imms),
                            cpu -> {
                                long source = cpu.x[rn];
                                long sign64 = -(source >>> sign & 1);
                                cpu.x[d] = Alu.shift(3, source, immr, wide) & both | sign64 & top;
                            });
                }
            case 0b01:
                {
                    long kept = ~both & mask;
                    return Instruction.of(
                            () -> BitfieldNames.insert(wide, rd, rn, immr, imms),
                            cpu ->
                                    cpu.x[d] =
                                            cpu.x[rd] & kept
                                                    | Alu.shift(3, cpu.x[rn], immr, wide) & both);
                }
            case 0b10:
                return Instruction.of(
                        () -> BitfieldNames.unsigned(wide, rd, rn, immr, imms),
                        cpu -> cpu.x[d] = Alu.shift(3, cpu.x[rn], immr, wide) & both);
            default:
                throw Decoder.unallocated("bitfield");
        }
    }

    static Instruction extract(int word) {
        boolean wide = set(word, 31);
        int lsb = field(word, 15, 10);
        boolean allocated = field(word, 30, 29) == 0 && !set(word, 21) && set(word, 22) == wide;
        if (!allocated || !wide && lsb > 31) {
            throw Decoder.unallocated("extract");
        }
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int rm = field(word, 20, 16);
        int d = target(rd);
        Supplier<String> text = () -> BitfieldNames.extract(wide, rd, rn, rm, lsb);
        if (lsb == 0) {
            long mask = Alu.mask(wide);
            return Instruction.of(text, cpu -> cpu.x[d] = cpu.x[rm] & mask);
        }
        return Instruction.of(
                text,
                wide
                        ? cpu -> cpu.x[d] = cpu.x[rm] >>> lsb | cpu.x[rn] << 64 - lsb
                        : cpu ->
                                cpu.x[d] =
                                        (cpu.x[rm] & 0xffff_ffffL) >>> lsb
                                                | cpu.x[rn] << 32 - lsb & 0xffff_ffffL);
    }
}
