package probity.run.guard;

import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Probe;

/** Hears of everything that happens between one scenario and its instances. */
public interface Witness {
    /** The candidate answered a call. */
    void answered();

    /** A probe is about to be attached, outside of a plan. */
    void attaching(Probe probe);

    /** A plan was run. */
    void executed(Plan plan, Execution execution);

    /**
     * A call failed.
     *
     * @return what ends the scenario; the caller throws it
     */
    RuntimeException failed(CallFailed failure);
}
