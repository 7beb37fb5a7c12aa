package probity.reference;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import probity.machine.Cpu;

/** A hooked function is called: runs entry handlers, and decides for each probe on its exit. */
abstract class EntryHandlerRun extends HandlerRun {
    protected final Site site;
    private final Iterator<AttachedProbe> probes;

    EntryHandlerRun(Kernel kernel, Task task, Site site, List<AttachedProbe> probes) {
        super(kernel, task);
        this.site = site;
        this.probes = probes.iterator();
    }

    /** Whether there is room for one more activation of a probe; takes it. */
    protected boolean takeRoom(AttachedProbe probe) {
        return true;
    }

    /** What a probe's handler is called with. */
    protected abstract HandlerCall call(AttachedProbe probe, Optional<EntryData> data, Cpu cpu);

    /**
     * An entry handler has ended, or the probe has none.
     *
     * @param result what it returned; 0 if there is none
     */
    protected abstract void decideOnExit(AttachedProbe probe, Optional<EntryData> data, int result);

    @Override
    protected final Optional<HandlerCall> next(Cpu cpu) {
        while (probes.hasNext()) {
            AttachedProbe probe = probes.next();
            if (!kernel.policy().takesPart(probe)) {
                continue;
            }
            if (!task.guard().enter(probe)) {
                probe.counting().missed(probe);
                continue;
            }
            if (!takeRoom(probe)) {
                task.guard().leave(probe);
                probe.counting().missed(probe);
                continue;
            }
            Optional<EntryData> data = kernel.returns().takeData(probe, site);
            if (kernel.policy().runsEntry(probe)) {
                probe.counting().entryRun();
                return Optional.of(call(probe, data, cpu));
            }
            task.guard().leave(probe);
            decideOnExit(probe, data, 0);
        }
        return Optional.empty();
    }

    @Override
    protected final void ended(HandlerCall call, int result) {
        task.guard().leave(call.probe());
        decideOnExit(call.probe(), call.data(), result);
    }
}
