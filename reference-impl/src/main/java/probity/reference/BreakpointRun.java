package probity.reference;

import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** {@code brk #4} at a function's symbol: runs kprobes, and kretprobes that hook the return. */
final class BreakpointRun extends EntryHandlerRun {
    private final ExceptionFrame exception;
    private final long sp;
    private final long fp;
    private final long returnIp;
    private long link;

    BreakpointRun(Kernel kernel, Task task, Cpu cpu, Site site) {
        super(kernel, task, site, site.atBreakpoint());
        exception = ExceptionFrame.atEntry(kernel.memory(), cpu);
        sp = cpu.sp();
        fp = cpu.x(Registers.FP);
        link = cpu.x(Registers.LR);
        kernel.returns().dropStale(task, sp, !kernel.trampolines().isReturnTrampoline(link));
        returnIp = kernel.trueReturn(task, link, sp);
        exception.set().write("x30", returnIp); // what the function's caller meant
    }

    @Override
    protected boolean takeRoom(AttachedProbe probe) {
        return probe.kind() != ProbeKind.KRETPROBE || kernel.returns().takeInstance(probe);
    }

    @Override
    protected HandlerCall call(AttachedProbe probe, Optional<EntryData> data, Cpu cpu) {
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
    protected void decideOnExit(AttachedProbe probe, Optional<EntryData> data, int result) {
        if (probe.kind() != ProbeKind.KRETPROBE) {
            return;
        }
        KretprobeInstance instance =
                new KretprobeInstance(
                        probe, site, sp, fp, kernel.kretprobeTrampoline(), link, returnIp, data);
        if (kernel.policy().wantsExit(probe, result)) {
            task.instances().push(instance);
            link = instance.trampoline();
        } else {
            probe.counting().cancelled();
            kernel.returns().release(instance);
        }
    }

    @Override
    protected void leave(Cpu cpu) {
        kernel.returns()
                .dropStale(task, sp, false); // what functions that handlers called left behind
        exception.set().write("x30", link);
        exception.restore(cpu);
        kernel.step(cpu, site);
    }
}
