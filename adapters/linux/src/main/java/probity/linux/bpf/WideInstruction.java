package probity.linux.bpf;

import java.util.List;

/** Loads of 64 bits that stand in the program itself. */
sealed interface WideInstruction extends Instruction {
    /** A number. */
    record Constant(Register to, long value) implements WideInstruction {
        @Override
        public List<Slot> slots() {
            return List.of(
                    new Slot(Opcode.WIDE, to.ordinal(), 0, 0, (int) value),
                    new Slot(0, 0, 0, 0, (int) (value >>> 32)));
        }

        @Override
        public String toString() {
            return "%s = 0x%x ll".formatted(to, value);
        }
    }

    /** A map, by its file descriptor; the kernel puts the map's address in its place. */
    record Map(Register to, int descriptor) implements WideInstruction {
        private static final int BY_DESCRIPTOR = 1;

        @Override
        public List<Slot> slots() {
            return List.of(
                    new Slot(Opcode.WIDE, to.ordinal(), BY_DESCRIPTOR, 0, descriptor),
                    new Slot(0, 0, 0, 0, 0));
        }

        @Override
        public String toString() {
            return to + " = map[fd:" + descriptor + "]";
        }
    }
}
