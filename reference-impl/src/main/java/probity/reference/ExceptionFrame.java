package probity.reference;

import probity.machine.Cpu;
import probity.machine.Memory;

/**
 * What the entry code of an exception leaves on the stack: the interrupted registers as {@code
 * pt_regs}, and above them frame records that lead on to the interrupted function.
 */
final class ExceptionFrame {
    private static final int RECORD_SIZE = 16;
    private static final int SIZE = SetLayout.FULL.size() + 2 * RECORD_SIZE;
    private static final long STACK_ALIGNMENT = 16;

    private final StoredSet set;
    private final Here here;

    private ExceptionFrame(StoredSet set, Here here) {
        this.set = set;
        this.here = here;
    }

    /** At a function's first instruction: its caller is in the link register only. */
    static ExceptionFrame atEntry(Memory memory, Cpu cpu) {
        long records = store(memory, cpu) + SetLayout.FULL.size();
        long caller = records + RECORD_SIZE;
        record(memory, caller, cpu.x(Registers.FP), cpu.x(Registers.LR));
        record(memory, records, caller, cpu.pc());
        return at(memory, cpu);
    }

    /** At a return: pc is what stands for the address in the caller. */
    static ExceptionFrame atReturn(Memory memory, Cpu cpu, long trampoline) {
        long records = store(memory, cpu) + SetLayout.FULL.size();
        record(memory, records, cpu.x(Registers.FP), trampoline);
        return at(memory, cpu);
    }

    /** The interrupted registers. */
    StoredSet set() {
        return set;
    }

    /** Where handlers run. */
    Here here() {
        return here;
    }

    /** Goes on with the registers as they are stored. */
    void restore(Cpu cpu) {
        for (String register : SetLayout.names()) {
            Registers.write(cpu, register, set.read(register).orElseThrow());
        }
    }

    private static ExceptionFrame at(Memory memory, Cpu cpu) {
        long address = address(cpu);
        return new ExceptionFrame(
                new StoredSet(memory, SetLayout.FULL, address),
                new Here(AddressMap.BREAK_HANDLER, address + SetLayout.FULL.size(), address));
    }

    private static long address(Cpu cpu) {
        return cpu.sp() - SIZE & -STACK_ALIGNMENT;
    }

    private static long store(Memory memory, Cpu cpu) {
        long address = address(cpu);
        StoredSet set = new StoredSet(memory, SetLayout.FULL, address);
        for (String register : SetLayout.names()) {
            set.write(register, Registers.read(cpu, register));
        }
        return address;
    }

    private static void record(Memory memory, long address, long next, long lr) {
        memory.writeLong(address, next);
        memory.writeLong(address + Long.BYTES, lr);
    }
}
