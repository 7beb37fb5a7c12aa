package probity.linux.bpf;

import java.util.List;

/** Jumps, calls and the end. */
sealed interface ControlInstruction extends Instruction {
    /**
     * Goes on elsewhere.
     *
     * @param distance in slots, from the instruction after this one
     */
    record Jump(int distance) implements ControlInstruction {
        @Override
        public List<Slot> slots() {
            return List.of(new Slot(Opcode.JUMP, 0, 0, distance, 0));
        }

        @Override
        public String toString() {
            return "goto pc%+d".formatted(distance);
        }
    }

    /** Goes on elsewhere if all 64 bits of a register compare so with an immediate. */
    record JumpIf(Condition condition, Register register, int value, int distance)
            implements ControlInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.JUMP | condition.code();
            return List.of(new Slot(opcode, register.ordinal(), 0, distance, value));
        }

        @Override
        public String toString() {
            return "if %s %s %d goto pc%+d".formatted(register, condition, value, distance);
        }
    }

    /** Calls a helper. */
    record Call(HelperFunction helper) implements ControlInstruction {
        @Override
        public List<Slot> slots() {
            return List.of(new Slot(Opcode.CALL, 0, 0, 0, helper.number()));
        }

        @Override
        public String toString() {
            return "call " + helper + "#" + helper.number();
        }
    }

    /** Calls a function that the kernel exposes to programs, by its BTF id. */
    record CallKernel(String name, int id) implements ControlInstruction {
        private static final int KFUNC = 2;

        @Override
        public List<Slot> slots() {
            return List.of(new Slot(Opcode.CALL, 0, KFUNC, 0, id));
        }

        @Override
        public String toString() {
            return "call " + name + "#" + id;
        }
    }

    /**
     * Calls another function of the same program, which gets r1 to r5 and has a stack of its own.
     *
     * @param distance in slots, from the instruction after this one
     */
    record CallLocal(int distance) implements ControlInstruction {
        private static final int LOCAL = 1;

        @Override
        public List<Slot> slots() {
            return List.of(new Slot(Opcode.CALL, 0, LOCAL, 0, distance));
        }

        @Override
        public String toString() {
            return "call pc%+d".formatted(distance);
        }
    }

    /** Ends the program, or returns from a function of it; r0 is the result. */
    record Exit() implements ControlInstruction {
        @Override
        public List<Slot> slots() {
            return List.of(new Slot(Opcode.EXIT, 0, 0, 0, 0));
        }

        @Override
        public String toString() {
            return "exit";
        }
    }
}
