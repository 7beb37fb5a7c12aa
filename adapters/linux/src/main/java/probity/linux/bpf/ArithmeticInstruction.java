package probity.linux.bpf;

import java.util.List;

/** Operations on registers. */
sealed interface ArithmeticInstruction extends Instruction {
    /** On 64 bits, with a register. */
    record ByRegister(Arithmetic operation, Register to, Register from)
            implements ArithmeticInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.ARITHMETIC64 | operation.code() | Opcode.BY_REGISTER;
            return List.of(new Slot(opcode, to.ordinal(), from.ordinal(), 0, 0));
        }

        @Override
        public String toString() {
            return to + " " + operation + " " + from;
        }
    }

    /** On 64 bits, with an immediate that is extended by its sign. */
    record ByImmediate(Arithmetic operation, Register to, int value)
            implements ArithmeticInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.ARITHMETIC64 | operation.code();
            return List.of(new Slot(opcode, to.ordinal(), 0, 0, value));
        }

        @Override
        public String toString() {
            return to + " " + operation + " " + value;
        }
    }

    /** Sets the lower 32 bits to an immediate and the upper ones to zero. */
    record Move32(Register to, int value) implements ArithmeticInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.ARITHMETIC32 | Arithmetic.MOVE.code();
            return List.of(new Slot(opcode, to.ordinal(), 0, 0, value));
        }

        @Override
        public String toString() {
            return "w" + to.ordinal() + " = " + value;
        }
    }
}
