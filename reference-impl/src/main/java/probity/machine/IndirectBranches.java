package probity.machine;

import static probity.machine.Bits.field;
import static probity.machine.Bits.set;
import static probity.machine.Names.x;
import static probity.machine.Names.xSp;

/** br, blr, ret, and their authenticating forms. They set BTYPE (see {@link LandingPad}). */
final class IndirectBranches {
    private static final int BR = 0;
    private static final int BLR = 1;
    private static final int RET = 2;

    /** Computes where to go, before the link register is written. */
    @FunctionalInterface
    private interface Target {
        long of(Cpu cpu);
    }

    private IndirectBranches() {}

    static Instruction decode(int word) {
        int opcode = field(word, 24, 21);
        int n = field(word, 9, 5);
        int m = field(word, 4, 0);
        boolean keyB = set(word, 10);
        boolean authenticating = field(word, 15, 11) == 1;
        if (field(word, 20, 16) != 31 || !authenticating && field(word, 15, 10) != 0) {
            throw Decoder.unallocated("unconditional branch, register");
        }
        int kind = opcode & 7;
        if (kind > RET || (opcode & 8) != 0 && (!authenticating || kind == RET)) {
            throw Decoder.unallocated("unconditional branch, register");
        }
        if (!authenticating) {
            if (m != 0) {
                throw Decoder.unallocated("unconditional branch, register");
            }
            String name = new String[] {"br ", "blr ", "ret"}[kind];
            String operand = kind == RET ? (n == Cpu.LR ? "" : " " + x(n)) : x(n);
            return Instruction.of(() -> name + operand, action(kind, n, cpu -> cpu.x[n]));
        }
        int key = keyB ? SystemRegisters.KEY_IB : SystemRegisters.KEY_IA;
        String letter = keyB ? "b" : "a";
        if (kind == RET) {
            if (n != 31 || m != 31) {
                throw Decoder.unallocated("unconditional branch, register");
            }
            return Instruction.of(
                    () -> "reta" + letter,
                    action(
                            RET,
                            Cpu.LR,
                            cpu -> authenticate(cpu, cpu.x[Cpu.LR], cpu.x[Cpu.SP], key)));
        }
        String name = (kind == BR ? "bra" : "blra") + letter;
        if ((opcode & 8) == 0) {
            if (m != 31) {
                throw Decoder.unallocated("unconditional branch, register");
            }
            return Instruction.of(
                    () -> name + "z " + x(n),
                    action(kind, n, cpu -> authenticate(cpu, cpu.x[n], 0, key)));
        }
        int modifier = Names.orSp(m);
        return Instruction.of(
                () -> name + " " + x(n) + ", " + xSp(m),
                action(kind, n, cpu -> authenticate(cpu, cpu.x[n], cpu.x[modifier], key)));
    }

    private static Action action(int kind, int n, Target target) {
        switch (kind) {
            case RET:
                return cpu -> cpu.next = target.of(cpu);
            case BLR:
                return cpu -> {
                    long to = target.of(cpu);
                    cpu.checkCall();
                    cpu.x[Cpu.LR] = cpu.next;
                    cpu.next = to;
                    cpu.btype = LandingPad.CALL;
                };
            default:
                boolean likeACall = n == 16 || n == 17;
                return cpu -> {
                    cpu.next = target.of(cpu);
                    cpu.btype =
                            likeACall || !cpu.machine().memory().guarded(cpu.pc)
                                    ? LandingPad.JUMP_LIKE_A_CALL
                                    : LandingPad.JUMP;
                };
        }
    }

    private static long authenticate(Cpu cpu, long pointer, long modifier, int key) {
        return PointerAuthentication.authenticate(cpu, pointer, modifier, key);
    }
}
