package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.immediate;
import static probity.machine.Names.orSp;
import static probity.machine.Names.r;
import static probity.machine.Names.rSp;
import static probity.machine.Names.target;
import static probity.machine.Names.x;

/** Data processing with an immediate: addresses, arithmetic, logic, wide moves. */
final class DataProcessingImmediate {
    private DataProcessingImmediate() {}

    static Instruction decode(int word) {
        switch (field(word, 25, 23)) {
            case 0b000:
            case 0b001:
                return address(word);
            case 0b010:
                return addSubtract(word);
            case 0b100:
                return LogicalImmediate.decode(word);
            case 0b101:
                return moveWide(word);
            case 0b110:
                return Bitfields.move(word);
            case 0b111:
                return Bitfields.extract(word);
            default:
                throw Decoder.unallocated("data processing, immediate (tags)");
        }
    }

    private static Instruction address(int word) {
        int rd = field(word, 4, 0);
        int d = target(rd);
        long immediate = (long) Bits.signed(word, 23, 5) << 2 | field(word, 30, 29);
        if (!set(word, 31)) {
            return Instruction.relative(
                    "adr " + x(rd) + ", ", immediate, cpu -> cpu.x[d] = cpu.pc + immediate);
        }
        long pages = immediate << 12;
        return new Instruction(
                cpu -> cpu.x[d] = (cpu.pc & -4096) + pages,
                (pc, symbols) -> "adrp " + x(rd) + ", " + symbols.describe((pc & -4096) + pages));
    }

    private static Instruction addSubtract(int word) {
        boolean wide = set(word, 31);
        boolean subtract = set(word, 30);
        boolean flags = set(word, 29);
        int rd = field(word, 4, 0);
        int rn = field(word, 9, 5);
        int n = orSp(rn);
        long immediate = (long) field(word, 21, 10) << (set(word, 22) ? 12 : 0);
        String name = subtract ? "sub" : "add";
        String shown = ", " + immediate(field(word, 21, 10)) + (set(word, 22) ? ", lsl #12" : "");
        if (flags) {
            int d = target(rd);
            long operand = subtract ? ~immediate : immediate;
            int carry = subtract ? 1 : 0;
            String text =
                    rd == Cpu.ZERO
                            ? (subtract ? "cmp " : "cmn ")
                            : name + "s " + r(wide, rd) + ", ";
            return Instruction.of(
                    () -> text + rSp(wide, rn) + shown,
                    wide
                            ? cpu -> cpu.x[d] = Alu.addSetting64(cpu, cpu.x[n], operand, carry)
                            : cpu -> cpu.x[d] = Alu.addSetting32(cpu, cpu.x[n], operand, carry));
        }
        int d = orSp(rd);
        long operand = subtract ? -immediate : immediate;
        long mask = Alu.mask(wide);
        boolean move = immediate == 0 && !subtract && (rd == Cpu.ZERO || rn == Cpu.ZERO);
        return Instruction.of(
                () ->
                        move
                                ? "mov " + rSp(wide, rd) + ", " + rSp(wide, rn)
                                : name + (" " + rSp(wide, rd) + ", " + rSp(wide, rn) + shown),
                wide
                        ? cpu -> cpu.x[d] = cpu.x[n] + operand
                        : cpu -> cpu.x[d] = cpu.x[n] + operand & mask);
    }

    private static Instruction moveWide(int word) {
        boolean wide = set(word, 31);
        int shift = field(word, 22, 21) * 16;
        if (!wide && shift > 16) {
            throw Decoder.unallocated("move wide, immediate");
        }
        int rd = field(word, 4, 0);
        int d = target(rd);
        long mask = Alu.mask(wide);
        long immediate = (long) field(word, 20, 5) << shift;
        String operands =
                " "
                        + r(wide, rd)
                        + (", " + immediate(field(word, 20, 5)))
                        + (shift == 0 ? "" : ", lsl #" + shift);
        switch (field(word, 30, 29)) {
            case 0b00:
                {
                    long value = ~immediate & mask;
                    boolean ambiguous =
                            immediate == 0 && shift > 0 || !wide && field(word, 20, 5) == 0xffff;
                    return Instruction.of(
                            () ->
                                    ambiguous
                                            ? "movn" + operands
                                            : "mov " + r(wide, rd) + ", " + immediate(value),
                            cpu -> cpu.x[d] = value);
                }
            case 0b10:
                return Instruction.of(
                        () ->
                                immediate == 0 && shift > 0
                                        ? "movz" + operands
                                        : "mov " + r(wide, rd) + ", " + immediate(immediate),
                        cpu -> cpu.x[d] = immediate);
            case 0b11:
                {
                    long kept = ~(0xffffL << shift) & mask;
                    return Instruction.of(
                            () -> "movk" + operands,
                            cpu -> cpu.x[d] = cpu.x[rd] & kept | immediate);
                }
            default:
                throw Decoder.unallocated("move wide, immediate");
        }
    }
}
