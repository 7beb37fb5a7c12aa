package probity.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.spi.Side;

/** {@code hook_entry} has called: runs entry handlers and hooks the return if somebody wants it. */
final class EntryRun extends EntryHandlerRun {
    /** How many exits one activation can owe. */
    static final int EXITS = 8;

    private final StoredSet set;
    private final Here here;
    private final long resume;
    private final long sp;
    private final long fp;
    private final long entryIp;
    private final long link;
    private final long returnIp;
    private final List<ExitSlot> exits = new ArrayList<>();

    /** Reads what the trampoline hands over: x0 = entry ip, x1 = return address, x2 = the set. */
    EntryRun(Kernel kernel, Task task, Cpu cpu, TrampolineVisit visit) {
        this(kernel, task, cpu, visit, kernel.site(cpu.x(0), visit));
    }

    private EntryRun(Kernel kernel, Task task, Cpu cpu, TrampolineVisit visit, Site site) {
        super(kernel, task, site, site.atPatchSite());
        entryIp = cpu.x(0);
        set = new StoredSet(kernel.memory(), kernel.trampolines().entry(), cpu.x(2));
        here = new Here(cpu.pc(), cpu.x(Registers.FP), cpu.sp());
        resume = cpu.x(Registers.LR);
        sp = visit.sp();
        fp = visit.fp();
        link = set.read("x30").orElseThrow();
        kernel.returns().dropStale(task, sp, !kernel.trampolines().isReturnTrampoline(link));
        returnIp = kernel.trueReturn(task, cpu.x(1), sp);
        set.write("x30", kernel.trueReturn(task, link, sp)); // what the function's caller meant
    }

    @Override
    protected HandlerCall call(AttachedProbe probe, Optional<EntryData> data, Cpu cpu) {
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
    protected void decideOnExit(AttachedProbe probe, Optional<EntryData> data, int result) {
        ExitSlot exit = new ExitSlot(probe, data);
        if (!kernel.policy().wantsExit(probe, result)) {
            if (probe.hasExit()) {
                probe.counting().cancelled();
            }
            kernel.returns().release(exit);
        } else if (exits.size() == EXITS) {
            miss(exit);
        } else {
            exits.add(exit);
        }
    }

    private void miss(ExitSlot exit) {
        exit.probe().counting().exitMissed();
        kernel.returns().release(exit);
    }

    @Override
    protected void leave(Cpu cpu) {
        set.write("x30", hookReturn() ? kernel.returnTrampoline() : link);
        kernel.clobber(cpu);
        cpu.pc(resume);
    }

    /** Notes the pending return, if somebody waits for it and there is room; whether it did. */
    private boolean hookReturn() {
        kernel.returns()
                .dropStale(task, sp, false); // what functions that handlers called left behind
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
