package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.r;
import static probity.machine.Names.target;

/** ldp, stp, ldpsw, ldnp, stnp, general and SIMD registers. */
final class Pairs {
    private Pairs() {}

    static Instruction decode(int word) {
        int opc = field(word, 31, 30);
        boolean simd = set(word, 26);
        boolean load = set(word, 22);
        int variant = field(word, 24, 23);
        boolean signed = opc == 1 && !simd;
        if (opc == 3 || signed && (!load || variant == 0)) {
            throw Decoder.unallocated("load/store pair");
        }
        int size = simd ? 4 << opc : opc == 2 ? 8 : 4;
        int t = field(word, 4, 0);
        int t2 = field(word, 14, 10);
        Addressing at =
                Addressing.immediate(
                        mode(variant),
                        Names.orSp(field(word, 9, 5)),
                        (long) Bits.signed(word, 21, 15) * size);
        if (load && t == t2) {
            throw Decoder.unpredictable("a pair is loaded into one register");
        }
        if (!simd && at.writesBack() && (at.base() == t || at.base() == t2)) {
            throw Decoder.unpredictable("the base register is written back and transferred");
        }
        String name = (load ? "ld" : "st") + (variant == 0 ? "np" : "p") + (signed ? "sw " : " ");
        return Instruction.of(
                () -> name + names(simd, signed, size, t, t2) + ", " + at.text(),
                simd
                        ? simd(load, size, t, t2, at)
                        : load ? load(signed, size, t, t2, at) : store(size, t, t2, at));
    }

    private static Addressing.Mode mode(int variant) {
        switch (variant) {
            case 0b01:
                return Addressing.Mode.POST_INDEX;
            case 0b11:
                return Addressing.Mode.PRE_INDEX;
            default:
                return Addressing.Mode.OFFSET;
        }
    }

    private static String names(boolean simd, boolean signed, int size, int t, int t2) {
        if (simd) {
            return Names.scalar(size, t) + ", " + Names.scalar(size, t2);
        }
        boolean wide = signed || size == 8;
        return r(wide, t) + ", " + r(wide, t2);
    }

    private static Action load(boolean signed, int size, int t, int t2, Addressing at) {
        int d = target(t);
        int d2 = target(t2);
        if (size == 8) {
            return cpu -> {
                long address = at.address(cpu);
                cpu.memory.checkReadable(address, 16);
                long first = cpu.memory.load64(address);
                cpu.x[d2] = cpu.memory.load64(address + 8);
                cpu.x[d] = first;
                at.writeBack(cpu);
            };
        }
        long mask = Alu.mask(signed);
        return cpu -> {
            long address = at.address(cpu);
            cpu.memory.checkReadable(address, 8);
            long first = cpu.memory.load32(address);
            cpu.x[d2] = cpu.memory.load32(address + 4) & mask;
            cpu.x[d] = first & mask;
            at.writeBack(cpu);
        };
    }

    private static Action store(int size, int t, int t2, Addressing at) {
        if (size == 8) {
            return cpu -> {
                long address = at.address(cpu);
                cpu.memory.checkWritable(address, 16);
                cpu.memory.store64(address, cpu.x[t]);
                cpu.memory.store64(address + 8, cpu.x[t2]);
                at.writeBack(cpu);
            };
        }
        return cpu -> {
            long address = at.address(cpu);
            cpu.memory.checkWritable(address, 8);
            cpu.memory.store32(address, (int) cpu.x[t]);
            cpu.memory.store32(address + 4, (int) cpu.x[t2]);
            at.writeBack(cpu);
        };
    }

    private static Action simd(boolean load, int size, int t, int t2, Addressing at) {
        if (load) {
            return cpu -> {
                long address = at.address(cpu);
                cpu.memory.checkReadable(address, 2 * size);
                SimdRegisters.load(cpu, address, size, t);
                SimdRegisters.load(cpu, address + size, size, t2);
                at.writeBack(cpu);
            };
        }
        return cpu -> {
            long address = at.address(cpu);
            cpu.memory.checkWritable(address, 2 * size);
            SimdRegisters.store(cpu, address, size, t);
            SimdRegisters.store(cpu, address + size, size, t2);
            at.writeBack(cpu);
        };
    }
}
