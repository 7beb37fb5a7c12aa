package probity.reference;

import java.util.OptionalLong;
import probity.spi.Counts;

/** Counts what becomes of a probe's hits (SYM-12). */
public class Counting {
    private long entriesRun;
    private long entriesMissed;
    private long exitsRun;
    private long exitsMissed;
    private long cancelled;
    private long dropped;

    /** An entry handler runs. */
    public void entryRun() {
        entriesRun++;
    }

    /** A hit runs no entry handler although there is one. */
    public void entryMissed() {
        entriesMissed++;
    }

    /** An exit handler runs. */
    public void exitRun() {
        exitsRun++;
    }

    /** An activation's exit cannot run: no room, no instance, or a hit inside the handler. */
    public void exitMissed() {
        exitsMissed++;
    }

    /** The entry handler cancels the exit. */
    public void cancelled() {
        cancelled++;
    }

    /** The exit does not run since the probe was disabled or detached meanwhile. */
    public void dropped() {
        dropped++;
    }

    /** A hit that runs no handler at all: counted once, for the first handler that it misses. */
    public final void missed(AttachedProbe probe) {
        if (probe.hasEntry()) {
            entryMissed();
        } else {
            exitMissed();
        }
    }

    /** The counts so far. */
    public Counts counts() {
        return new Counts(
                OptionalLong.of(entriesRun),
                OptionalLong.of(entriesMissed),
                OptionalLong.of(exitsRun),
                OptionalLong.of(exitsMissed),
                OptionalLong.of(cancelled),
                OptionalLong.of(dropped));
    }
}
