package probity.run;

import probity.run.guard.CallFailed;
import probity.run.guard.Witness;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Probe;

/** The witness of an attempt that may fail: no scenario hangs on it. */
final class Bystander implements Witness {
    @Override
    public void answered() {}

    @Override
    public void attaching(Probe probe) {}

    @Override
    public void executed(Plan plan, Execution execution) {}

    @Override
    public RuntimeException failed(CallFailed failure) {
        return new Failed(failure);
    }

    /** The attempt failed. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(CallFailed cause) {
            super(cause);
        }
    }
}
