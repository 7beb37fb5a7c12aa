package probity.reference;

import java.util.BitSet;
import probity.machine.Memory;
import probity.machine.Permission;

/**
 * Memory for contexts that are built for programs: per CPU, and one for each program that has not
 * ended there, so that neither a nested hit nor another task gets at it (PTR-14).
 */
public class ContextSlots {
    private static final int CPUS = 16;
    private static final int SLOTS = 32;
    private static final int STRIDE = 320;

    private final BitSet[] taken = new BitSet[CPUS];
    private Memory memory;
    private Poison poison;

    /** Maps the memory; called once, before anything else. */
    void prepare(Memory memory, Poison poison) {
        this.memory = memory;
        this.poison = poison;
        long size = (long) CPUS * SLOTS * STRIDE;
        memory.map(
                "contexts",
                AddressMap.CONTEXTS,
                size + Memory.PAGE_SIZE - 1 & -Memory.PAGE_SIZE,
                Permission.READ,
                Permission.WRITE);
        for (int cpu = 0; cpu < CPUS; cpu++) {
            taken[cpu] = new BitSet();
        }
    }

    /** The address of a slot for a program that starts on this CPU; its content is rubbish. */
    public long take(int cpu) {
        int slot = taken[cpu].nextClearBit(0);
        if (slot == SLOTS) {
            throw new KernelPanic("All " + SLOTS + " contexts of CPU " + cpu + " are in use.");
        }
        taken[cpu].set(slot);
        long address = address(cpu, slot);
        memory.write(address, poison.bytes(SetLayout.FULL.size()));
        return address;
    }

    /** Gives a slot back. */
    public void giveBack(long address) {
        int index = (int) ((address - AddressMap.CONTEXTS) / STRIDE);
        taken[index / SLOTS].clear(index % SLOTS);
    }

    /** Where a slot lies. */
    protected final long address(int cpu, int slot) {
        return AddressMap.CONTEXTS + (long) (cpu * SLOTS + slot) * STRIDE;
    }
}
