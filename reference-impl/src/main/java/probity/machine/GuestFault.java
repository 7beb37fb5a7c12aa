package probity.machine;

/**
 * A fault of the guest on its way out of an instruction. Never leaves the machine: a run turns it
 * into {@link Stop.Fault}, a Java-side access into {@link MemoryFault}. Has no stack trace, since
 * the Java stack says nothing about the guest.
 */
@SuppressWarnings("serial")
final class GuestFault extends RuntimeException {
    final FaultKind kind;
    final long address;

    /**
     * @param what a clause such as "a load of 8 bytes at 0x10 hit no mapped memory"
     */
    GuestFault(FaultKind kind, long address, String what) {
        super(what, null, false, false);
        this.kind = kind;
        this.address = address;
    }
}
