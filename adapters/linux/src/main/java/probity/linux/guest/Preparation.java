package probity.linux.guest;

/**
 * What is done to a guest once, after its boot and before its state is saved: every guest that
 * starts from the state has it done.
 */
public interface Preparation {
    /** Does nothing. */
    Preparation NONE =
            new Preparation() {
                @Override
                public String identity() {
                    return "";
                }

                @Override
                public void prepare(Guest guest) {}
            };

    /** Differs from that of any other preparation: a saved state fits one only. */
    String identity();

    /**
     * Prepares a guest that has just booted.
     *
     * @throws GuestLost if the guest is lost meanwhile
     */
    void prepare(Guest guest);
}
