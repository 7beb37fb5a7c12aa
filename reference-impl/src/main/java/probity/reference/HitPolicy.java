package probity.reference;

/** The small decisions of a hit: who takes part, and what an entry handler's result means. */
public class HitPolicy {
    /** Whether a hit concerns the probe at all. */
    public boolean takesPart(AttachedProbe probe) {
        return probe.isAttached() && probe.isEnabled();
    }

    /** Whether the entry handler is to be run. */
    public boolean runsEntry(AttachedProbe probe) {
        return probe.hasEntry();
    }

    /** Whether the activation owes the probe an exit, given the entry handler's result. */
    public boolean wantsExit(AttachedProbe probe, int entryResult) {
        return probe.hasExit() && entryResult == 0;
    }

    /** Whether a pending exit still runs when its function returns. */
    public boolean runsExit(AttachedProbe probe) {
        return probe.isAttached() && probe.isEnabled();
    }
}
