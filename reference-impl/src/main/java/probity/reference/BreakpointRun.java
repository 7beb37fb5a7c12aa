package probity.reference;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** {@code brk #4} at a function's symbol: runs kprobes, and kretprobes that hook the return. */
final class BreakpointRun extends HandlerRun {
    private final Site site;
    private final ExceptionFrame exception;
    private final long sp;
    private final long fp;
    private final long returnIp;
    private final Iterator<AttachedProbe> probes;
    private long link;

    BreakpointRun(Kernel kernel, Task task, Cpu cpu, Site site) {
        super(kernel, task);
        this.site = site;
        exception = ExceptionFrame.atEntry(kernel.memory(), cpu);
        sp = cpu.sp();
        fp = cpu.x(Registers.FP);
        link = cpu.x(Registers.LR);
        kernel.dropStale(task, sp, !kernel.trampolines().isReturnTrampoline(link));
        returnIp = kernel.trueReturn(task, link, sp);
        exception.set().write("x30", returnIp); // what the function's caller meant
        probes = site.atBreakpoint().iterator();
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
            boolean kretprobe = probe.kind() == ProbeKind.KRETPROBE;
            if (kretprobe && !kernel.takeInstance(probe)) {
                task.guard().leave(probe);
                probe.counting().missed(probe);
                continue;
            }
            Optional<EntryData> data = kernel.takeData(probe, site);
            if (kernel.policy().runsEntry(probe)) {
                probe.counting().entryRun();
                return Optional.of(call(probe, data, cpu));
            }
            task.guard().leave(probe);
            hookReturn(probe, data, 0);
        }
        return Optional.empty();
    }

    private HandlerCall call(AttachedProbe probe, Optional<EntryData> data, Cpu cpu) {
        boolean kretprobe = probe.kind() == ProbeKind.KRETPROBE;
        return new HandlerCall(
                probe,
                Side.ENTRY,
                site,
                exception.set(),
                OptionalLong.empty(),
                kretprobe ? OptionalLong.of(returnIp) : OptionalLong.empty(),
                data,
                exception.here(),
                task,
                cpu.id());
    }

    @Override
    protected void ended(HandlerCall call, int result) {
        task.guard().leave(call.probe());
        if (call.probe().kind() == ProbeKind.KRETPROBE) {
            hookReturn(call.probe(), call.data(), result);
        }
    }

    private void hookReturn(AttachedProbe probe, Optional<EntryData> data, int result) {
        KretprobeInstance instance =
                new KretprobeInstance(
                        probe, site, sp, fp, kernel.kretprobeTrampoline(), link, returnIp, data);
        if (kernel.policy().wantsExit(probe, result)) {
            task.instances().push(instance);
            link = instance.trampoline();
        } else {
            probe.counting().cancelled();
            kernel.release(instance);
        }
    }

    @Override
    protected void leave(Cpu cpu) {
        kernel.dropStale(task, sp, false); // what functions that handlers called left behind
        exception.set().write("x30", link);
        exception.restore(cpu);
        kernel.step(cpu, site);
    }
}
