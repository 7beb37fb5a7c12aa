package probity.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import probity.machine.Cpu;
import probity.machine.Memory;
import probity.machine.Permission;

/**
 * Where displaced instructions are executed: a copy of the instruction, and {@code brk #6} to go on
 * after the original. Only what stands at a function's symbol is ever displaced (a NOP, {@code bti
 * c} or {@code mov x9, x30}), so that it does not matter where it is executed.
 */
final class StepSlots {
    /** {@code brk #6}. */
    private static final int STEP_BREAK = 0xd420_00c0;

    private static final int WORD = 4;
    private static final int SLOT = 2 * WORD;

    private final Memory memory;
    private final Map<Site, Long> slots = new HashMap<>();
    private final Map<Long, Long> continuations = new HashMap<>();

    StepSlots(Memory memory) {
        this.memory = memory;
        memory.map(
                "step slots",
                AddressMap.STEP_SLOTS,
                Memory.PAGE_SIZE,
                Permission.READ,
                Permission.EXECUTE);
    }

    /** Makes the CPU execute an instruction of a site next. */
    void step(Cpu cpu, Site site, int instruction) {
        long slot =
                slots.computeIfAbsent(
                        site, first -> AddressMap.STEP_SLOTS + (long) slots.size() * SLOT);
        ByteBuffer code = ByteBuffer.allocate(SLOT).order(ByteOrder.LITTLE_ENDIAN);
        memory.patch(slot, code.putInt(instruction).putInt(STEP_BREAK).array());
        continuations.put(slot + WORD, site.target().address() + WORD);
        cpu.pc(slot);
    }

    /** Makes the CPU go on after the original; whether it is at the end of a slot. */
    boolean stepped(Cpu cpu) {
        Long continuation = continuations.get(cpu.pc());
        if (continuation != null) {
            cpu.pc(continuation);
        }
        return continuation != null;
    }
}
