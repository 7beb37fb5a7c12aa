package probity.machine;

/** A Java-side access to guest memory that the mapping does not allow. */
@SuppressWarnings("serial")
public final class MemoryFault extends RuntimeException {
    private final FaultKind kind;
    private final long address;

    MemoryFault(GuestFault fault) {
        super(fault.getMessage() + ".");
        this.kind = fault.kind;
        this.address = fault.address;
    }

    /** The kind a guest instruction would have met. */
    public FaultKind kind() {
        return kind;
    }

    /** The address that was accessed. */
    public long address() {
        return address;
    }
}
