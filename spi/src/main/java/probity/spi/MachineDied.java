package probity.spi;

import java.util.List;

/**
 * The machine that an instance runs on died in a call that has no result to say so: at a request to
 * attach, at the end of an instance, before the first call of a plan. {@link Ending#TRAP} is a
 * violation, as it is of a call in a plan; {@link Ending#LOST} leaves the scenario without an
 * answer.
 */
public final class MachineDied extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Ending ending;
    private final transient List<Exhibit> exhibits;

    /**
     * Says how.
     *
     * @param ending {@code TRAP} if what it was asked to do is to blame, or {@code LOST}
     * @param message a full sentence
     * @param exhibits what there is to see; may be empty
     */
    public MachineDied(Ending ending, String message, List<Exhibit> exhibits) {
        super(Given.value(message, "the message of a MachineDied"));
        if (ending != Ending.TRAP && ending != Ending.LOST) {
            throw new MisuseException("A machine does not die as " + ending + ".");
        }
        this.ending = ending;
        this.exhibits = Given.list(exhibits, "the exhibits of a MachineDied");
    }

    /** How it died. */
    public Ending ending() {
        return ending;
    }

    /** What there is to see. */
    public List<Exhibit> exhibits() {
        return exhibits;
    }
}
