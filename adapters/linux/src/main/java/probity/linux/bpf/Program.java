package probity.linux.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A program, ready to be loaded. */
public final class Program {
    private final List<Instruction> instructions;

    Program(List<Instruction> instructions) {
        this.instructions = List.copyOf(instructions);
    }

    /** Its length in slots of 8 bytes: what the kernel counts as instructions. */
    public int slots() {
        return instructions.stream().mapToInt(instruction -> instruction.slots().size()).sum();
    }

    /** The program as the kernel takes it, little-endian. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(slots() * Slot.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        instructions.forEach(instruction -> instruction.slots().forEach(slot -> slot.write(bytes)));
        return bytes.array();
    }

    /** One instruction a line, with the numbers by which the verifier speaks of them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int slot = 0;
        for (Instruction instruction : instructions) {
            text.append("%4d: %s\n".formatted(slot, instruction));
            slot += instruction.slots().size();
        }
        return text.toString();
    }
}
