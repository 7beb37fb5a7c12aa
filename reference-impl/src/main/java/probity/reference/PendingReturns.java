package probity.reference;

import java.util.Iterator;
import java.util.Optional;

/** What pending returns hold of the pools, and when they give it back. */
final class PendingReturns {
    private final EntryDataPool entryData;
    private final Tasks tasks;

    PendingReturns(EntryDataPool entryData, Tasks tasks) {
        this.entryData = entryData;
        this.tasks = tasks;
    }

    /** Entry data for a new activation, if the probe asked for some. */
    Optional<EntryData> takeData(AttachedProbe probe, Site site) {
        return probe.request().entryData() > 0
                ? Optional.of(entryData.take(probe, site))
                : Optional.empty();
    }

    /** An instance for a new activation of a kretprobe; false if there is none left. */
    boolean takeInstance(AttachedProbe probe) {
        if (probe.pool().take()) {
            return true;
        }
        tasks.all().stream().filter(task -> task != tasks.running()).forEach(this::dropLeft);
        return probe.pool().take();
    }

    void release(ExitSlot exit) {
        exit.data().ifPresent(entryData::giveBack);
    }

    void release(KretprobeInstance instance) {
        instance.probe().pool().giveBack();
        instance.data().ifPresent(entryData::giveBack);
    }

    /** Drops what a task that does not run has left behind on the unused part of its stack. */
    private void dropLeft(Task task) {
        boolean stopped = task.state() == Task.State.BLOCKED || task.state() == Task.State.PARKED;
        dropStale(task, stopped ? task.saved().sp() : task.stack().top(), !stopped);
    }

    /**
     * Forgets pending returns of functions that were left without one.
     *
     * @param sp of the function that is being called or is returning
     * @param unlinked whether a pending return at this very sp is another function's: the one that
     *     is being called has its own return address in the link register
     */
    void dropStale(Task task, long sp, boolean unlinked) {
        for (ShadowFrame frame : task.shadow().dropStale(sp, unlinked)) {
            frame.exits().forEach(this::release);
        }
        for (Iterator<KretprobeInstance> all = task.instances().iterator(); all.hasNext(); ) {
            KretprobeInstance instance = all.next();
            int order = Long.compareUnsigned(instance.sp(), sp);
            if (order < 0 || order == 0 && unlinked) {
                all.remove();
                release(instance);
            }
        }
    }

    /** The task has ended: forgets all that is pending on it. */
    void ended(Task task) {
        task.shadow().clear().forEach(frame -> frame.exits().forEach(this::release));
        task.instances().forEach(this::release);
        task.instances().clear();
    }
}
