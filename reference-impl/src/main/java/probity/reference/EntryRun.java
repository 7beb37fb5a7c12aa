package probity.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.spi.Side;

/** {@code hook_entry} has called: runs entry handlers and hooks the return if somebody wants it. */
final class EntryRun extends HandlerRun {
    /** How many exits one activation can owe. */
    static final int EXITS = 8;

    private final Site site;
    private final StoredSet set;
    private final Here here;
    private final long resume;
    private final long sp;
    private final long fp;
    private final long entryIp;
    private final long link;
    private final long returnIp;
    private final Iterator<AttachedProbe> probes;
    private final List<ExitSlot> exits = new ArrayList<>();

    /** Reads what the trampoline hands over: x0 = entry ip, x1 = return address, x2 = the set. */
    EntryRun(Kernel kernel, Task task, Cpu cpu, TrampolineVisit visit) {
        super(kernel, task);
        entryIp = cpu.x(0);
        site = kernel.site(entryIp, visit);
        set = new StoredSet(kernel.memory(), kernel.trampolines().entry(), cpu.x(2));
        here = new Here(cpu.pc(), cpu.x(Registers.FP), cpu.sp());
        resume = cpu.x(Registers.LR);
        sp = visit.sp();
        fp = visit.fp();
        link = set.read("x30").orElseThrow();
        kernel.dropStale(task, sp, !kernel.trampolines().isReturnTrampoline(link));
        returnIp = kernel.trueReturn(task, cpu.x(1), sp);
        set.write("x30", kernel.trueReturn(task, link, sp)); // what the function's caller meant
        probes = site.atPatchSite().iterator();
    }

    @Override
    protected Optional<HandlerCall> next(Cpu cpu) {
        while (probes.hasNext()) {
            AttachedProbe probe = probes.next();
            if (!kernel.policy().takesPart(probe)) {
                continue;
            }
            if (!task.guard().enter(probe)) {
                probe.counting().missed(probe);
                continue;
            }
            Optional<EntryData> data = kernel.takeData(probe, site);
            if (kernel.policy().runsEntry(probe)) {
                probe.counting().entryRun();
                return Optional.of(call(probe, data, cpu));
            }
            task.guard().leave(probe);
            decideOnExit(probe, data, 0);
        }
        return Optional.empty();
    }

    private HandlerCall call(AttachedProbe probe, Optional<EntryData> data, Cpu cpu) {
        return new HandlerCall(
                probe,
                Side.ENTRY,
                site,
                set,
                OptionalLong.of(entryIp),
                OptionalLong.of(returnIp),
                data,
                here,
                task,
                cpu.id());
    }

    @Override
    protected void ended(HandlerCall call, int result) {
        task.guard().leave(call.probe());
        decideOnExit(call.probe(), call.data(), result);
    }

    private void decideOnExit(AttachedProbe probe, Optional<EntryData> data, int result) {
        ExitSlot exit = new ExitSlot(probe, data);
        if (!kernel.policy().wantsExit(probe, result)) {
            if (probe.hasExit()) {
                probe.counting().cancelled();
            }
            kernel.release(exit);
        } else if (exits.size() == EXITS) {
            miss(exit);
        } else {
            exits.add(exit);
        }
    }

    private void miss(ExitSlot exit) {
        exit.probe().counting().exitMissed();
        kernel.release(exit);
    }

    @Override
    protected void leave(Cpu cpu) {
        set.write("x30", hookReturn() ? kernel.returnTrampoline() : link);
        kernel.clobber(cpu);
        cpu.pc(resume);
    }

    /** Notes the pending return, if somebody waits for it and there is room; whether it did. */
    private boolean hookReturn() {
        kernel.dropStale(task, sp, false); // what functions that handlers called left behind
        if (!exits.isEmpty() && task.shadow().isFull()) {
            exits.forEach(this::miss);
            exits.clear();
        }
        if (exits.isEmpty()) {
            return false;
        }
        task.shadow()
                .push(
                        new ShadowFrame(
                                site, sp, fp, kernel.returnTrampoline(), link, entryIp, exits));
        return true;
    }
}
