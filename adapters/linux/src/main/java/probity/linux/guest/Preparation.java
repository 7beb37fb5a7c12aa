package probity.linux.guest;

/**
 * What is done to a guest once, after its boot and before its state is saved: every guest that
 * starts from the state has it done. A guest without it has to serve all the same, if more slowly.
 */
public interface Preparation {
    /** Differs from that of any other preparation: a saved state fits one only. */
    String identity();

    /**
     * Prepares a guest that has just booted.
     *
     * @throws GuestLost if the guest is lost meanwhile
     */
    void prepare(Guest guest);
}
