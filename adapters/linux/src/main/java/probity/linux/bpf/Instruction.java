package probity.linux.bpf;

import java.util.List;

/** An instruction. Its text is in the notation of the kernel's verifier log. */
sealed interface Instruction
        permits ArithmeticInstruction, ControlInstruction, MemoryInstruction, WideInstruction {
    /** How it is encoded: one slot or two. */
    List<Slot> slots();
}
