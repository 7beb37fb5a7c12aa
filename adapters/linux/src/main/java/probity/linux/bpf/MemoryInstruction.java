package probity.linux.bpf;

import java.util.List;

/** Loads and stores. */
sealed interface MemoryInstruction extends Instruction {
    /** Memory to register; what is narrower than 64 bits is extended by zeros. */
    record Load(Width width, Register to, Register base, int offset) implements MemoryInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.LOAD | width.code();
            return List.of(new Slot(opcode, to.ordinal(), base.ordinal(), offset, 0));
        }

        @Override
        public String toString() {
            return to + " = " + Opcode.memory(width, base, offset);
        }
    }

    /** Register to memory. */
    record Store(Width width, Register base, int offset, Register from)
            implements MemoryInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.STORE | width.code();
            return List.of(new Slot(opcode, base.ordinal(), from.ordinal(), offset, 0));
        }

        @Override
        public String toString() {
            return Opcode.memory(width, base, offset) + " = " + from;
        }
    }

    /** Immediate to memory; extended by its sign for 64 bits. */
    record StoreImmediate(Width width, Register base, int offset, int value)
            implements MemoryInstruction {
        @Override
        public List<Slot> slots() {
            int opcode = Opcode.STORE_IMMEDIATE | width.code();
            return List.of(new Slot(opcode, base.ordinal(), 0, offset, value));
        }

        @Override
        public String toString() {
            return Opcode.memory(width, base, offset) + " = " + value;
        }
    }

    /** Adds a register to 64 bits of memory; the register gets what was there before. */
    record FetchAdd(Register base, int offset, Register operand) implements MemoryInstruction {
        private static final int ADD_AND_FETCH = 0x01;

        @Override
        public List<Slot> slots() {
            int opcode = Opcode.ATOMIC | Width.DOUBLE.code();
            return List.of(
                    new Slot(opcode, base.ordinal(), operand.ordinal(), offset, ADD_AND_FETCH));
        }

        @Override
        public String toString() {
            return "%s = atomic64_fetch_add((u64 *)(%s %+d), %s)"
                    .formatted(operand, base, offset, operand);
        }
    }
}
