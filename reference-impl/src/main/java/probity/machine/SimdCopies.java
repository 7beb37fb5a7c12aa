package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** dup, ins, umov, smov: single elements of SIMD registers. */
final class SimdCopies {
    private static final String[] ELEMENTS = {"b", "h", "s", "d"};

    private SimdCopies() {}

    static Instruction decode(int word) {
        int imm5 = field(word, 20, 16);
        int log = Integer.numberOfTrailingZeros(imm5);
        if (log > 3) {
            throw Decoder.unallocated("SIMD copy");
        }
        int index = imm5 >> log + 1;
        boolean quad = set(word, 30);
        if (set(word, 28)) { // scalar
            return duplicateScalar(word, log, index);
        }
        if (set(word, 29)) {
            require(quad);
            return insertElement(word, log, index);
        }
        switch (field(word, 14, 11)) {
            case 0b0000:
                require(quad || log < 3);
                return duplicateElement(word, log, index, quad);
            case 0b0001:
                require(quad || log < 3);
                return duplicateGeneral(word, log, quad);
            case 0b0011:
                require(quad);
                return insertGeneral(word, log, index);
            case 0b0101:
                require(quad ? log < 3 : log < 2);
                return toGeneral(word, log, index, true, quad);
            case 0b0111:
                require(quad == (log == 3));
                return toGeneral(word, log, index, false, quad);
            default:
                throw Decoder.unallocated("SIMD copy");
        }
    }

    private static void require(boolean allocated) {
        if (!allocated) {
            throw Decoder.unallocated("SIMD copy");
        }
    }

    private static Instruction duplicateScalar(int word, int log, int index) {
        int size = 1 << log;
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        return Instruction.of(
                () -> "mov " + Names.scalar(size, d) + ", " + element(n, log, index),
                cpu ->
                        SimdRegisters.set(
                                cpu, d, false, 0, SimdRegisters.element(cpu, n, index, size)));
    }

    private static Instruction duplicateElement(int word, int log, int index, boolean quad) {
        int size = 1 << log;
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        return Instruction.of(
                () -> "dup " + vector(d, log, quad) + ", " + element(n, log, index),
                cpu -> {
                    long all = Bits.replicate(SimdRegisters.element(cpu, n, index, size), 8 * size);
                    SimdRegisters.set(cpu, d, quad, all, all);
                });
    }

    private static Instruction duplicateGeneral(int word, int log, boolean quad) {
        int width = 8 << log;
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        return Instruction.of(
                () -> "dup " + vector(d, log, quad) + ", " + r(log == 3, n),
                cpu -> {
                    long all = Bits.replicate(cpu.x[n] & Bits.ones(width), width);
                    SimdRegisters.set(cpu, d, quad, all, all);
                });
    }

    private static Instruction insertElement(int word, int log, int index) {
        int size = 1 << log;
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        int from = field(word, 14, 11) >> log;
        return Instruction.of(
                () -> "mov " + element(d, log, index) + ", " + element(n, log, from),
                cpu ->
                        SimdRegisters.setElement(
                                cpu, d, index, size, SimdRegisters.element(cpu, n, from, size)));
    }

    private static Instruction insertGeneral(int word, int log, int index) {
        int size = 1 << log;
        int d = field(word, 4, 0);
        int n = field(word, 9, 5);
        return Instruction.of(
                () -> "mov " + element(d, log, index) + ", " + r(log == 3, n),
                cpu -> SimdRegisters.setElement(cpu, d, index, size, cpu.x[n]));
    }

    private static Instruction toGeneral(
            int word, int log, int index, boolean signed, boolean wide) {
        int size = 1 << log;
        int rd = field(word, 4, 0);
        int d = target(rd);
        int n = field(word, 9, 5);
        long mask = Alu.mask(wide);
        return Instruction.of(
                () ->
                        (signed ? "smov " : log > 1 ? "mov " : "umov ")
                                + r(wide, rd)
                                + ", "
                                + element(n, log, index),
                cpu -> {
                    long value = SimdRegisters.element(cpu, n, index, size);
                    cpu.x[d] = (signed ? Bits.signExtend(value, 8 * size) : value) & mask;
                });
    }

    private static String element(int n, int log, int index) {
        return "v" + n + "." + ELEMENTS[log] + "[" + index + "]";
    }

    private static String vector(int n, int log, boolean quad) {
        return "v" + n + "." + ((quad ? 16 : 8) >> log) + ELEMENTS[log];
    }
}
