package probity.judge.toy;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import probity.spi.Counts;
import probity.spi.Probe;

/** An attached probe and its books. */
final class ToyProbe {
    final Probe probe;
    boolean attached = true;
    boolean enabled = true;
    final Set<ToyTask> running = new HashSet<>();
    long entriesRun;
    long entriesMissed;
    long exitsRun;
    long exitsMissed;
    long cancelled;
    long dropped;
    int inUse;

    ToyProbe(Probe probe) {
        this.probe = probe;
    }

    boolean live() {
        return attached && enabled;
    }

    /** Leaves the exits in flight to be dropped. */
    void stop() {
        enabled = false;
    }

    Counts counts() {
        return new Counts(
                OptionalLong.of(entriesRun),
                OptionalLong.of(entriesMissed),
                OptionalLong.of(exitsRun),
                OptionalLong.of(exitsMissed),
                OptionalLong.of(cancelled),
                OptionalLong.of(dropped));
    }
}
