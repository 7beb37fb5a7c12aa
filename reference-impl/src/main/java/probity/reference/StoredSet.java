package probity.reference;

import java.util.OptionalLong;
import probity.machine.Memory;

/** A register set in the machine's memory, where a trampoline or an exception has stored it. */
public final class StoredSet {
    private final Memory memory;
    private final SetLayout layout;
    private final long address;

    StoredSet(Memory memory, SetLayout layout, long address) {
        this.memory = memory;
        this.layout = layout;
        this.address = address;
    }

    /** Where it lies. */
    public long address() {
        return address;
    }

    /** Which registers it has, and where. */
    public SetLayout layout() {
        return layout;
    }

    /** The content of a field, if the set has it. */
    public OptionalLong read(String register) {
        var offset = layout.offset(register);
        return offset.isPresent()
                ? OptionalLong.of(memory.readLong(address + offset.getAsInt()))
                : OptionalLong.empty();
    }

    /** Changes a field; whether the set has it. */
    public boolean write(String register, long value) {
        var offset = layout.offset(register);
        if (offset.isPresent()) {
            memory.writeLong(address + offset.getAsInt(), value);
        }
        return offset.isPresent();
    }
}
