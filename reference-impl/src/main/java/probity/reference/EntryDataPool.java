package probity.reference;

import java.util.BitSet;
import probity.machine.Memory;
import probity.machine.Permission;

/** Hands out entry data, zeroed, one piece per activation and probe. */
public class EntryDataPool {
    /** The largest piece, in bytes. */
    public static final int LIMIT = 120;

    private static final int SLOT_SIZE = 128;
    private static final int SLOTS = 4096;

    private final BitSet taken = new BitSet();
    private Memory memory;
    private Poison poison;

    /** Maps the memory; called once, before anything else. */
    void prepare(Memory memory, Poison poison) {
        this.memory = memory;
        this.poison = poison;
        memory.map(
                "entry data",
                AddressMap.ENTRY_DATA,
                SLOTS * SLOT_SIZE,
                Permission.READ,
                Permission.WRITE);
    }

    /** A piece for a new activation of a probe on a function. */
    public EntryData take(AttachedProbe probe, Site site) {
        int size = probe.request().entryData();
        int slot = taken.nextClearBit(0);
        if (slot == SLOTS) {
            throw new KernelPanic("All " + SLOTS + " pieces of entry data are in use.");
        }
        taken.set(slot);
        long address = AddressMap.ENTRY_DATA + (long) slot * SLOT_SIZE;
        memory.write(address, initial(size));
        return new EntryData(address, size, slot);
    }

    /** Takes a piece back; it must not be used any more. */
    public void giveBack(EntryData data) {
        taken.clear(data.slot());
        memory.write(data.address(), poison.bytes(SLOT_SIZE));
    }

    /** How many pieces are in use. */
    public int inUse() {
        return taken.cardinality();
    }

    /** What a piece holds at first. */
    protected byte[] initial(int size) {
        return new byte[size];
    }
}
