package probity.reference;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.spi.Side;

/** {@code hook_return} has called: runs what the activation owes and says where to go on. */
final class ExitRun extends HandlerRun {
    private final StoredSet set;
    private final Here here;
    private final long resume;
    private final long sp;
    private final ShadowFrame frame;
    private final long returnIp;
    private final Iterator<ExitSlot> exits;

    /** Reads what the trampoline hands over: x0 = the set. */
    ExitRun(Kernel kernel, Task task, Cpu cpu, TrampolineVisit visit) {
        super(kernel, task);
        SetLayout layout = kernel.trampolines().exit().orElseThrow();
        StoredSet stored = new StoredSet(kernel.memory(), layout, cpu.x(0));
        set = new StoredSet(kernel.memory(), kernel.exitForHandlers(), cpu.x(0));
        here = new Here(cpu.pc(), cpu.x(Registers.FP), cpu.sp());
        resume = cpu.x(Registers.LR);
        sp = visit.sp();
        kernel.returns().dropStale(task, sp, false);
        frame = task.shadow().returning(sp).orElseThrow(() -> unexpected(sp));
        returnIp = kernel.trueReturn(task, frame.trampoline(), sp);
        stored.write("pc", returnIp);
        exits = kernel.exitOrder().order(frame.exits()).iterator();
    }

    private static KernelPanic unexpected(long sp) {
        return new KernelPanic(
                "hook_return was reached with sp 0x%x, but no return is pending there."
                        .formatted(sp));
    }

    @Override
    protected Optional<HandlerCall> next(Cpu cpu) {
        while (exits.hasNext()) {
            ExitSlot exit = exits.next();
            AttachedProbe probe = exit.probe();
            if (!kernel.policy().runsExit(probe)) {
                probe.counting().dropped();
                kernel.returns().release(exit);
            } else if (!task.guard().enter(probe)) {
                probe.counting().exitMissed();
                kernel.returns().release(exit);
            } else {
                probe.counting().exitRun();
                return Optional.of(call(exit, cpu));
            }
        }
        return Optional.empty();
    }

    private HandlerCall call(ExitSlot exit, Cpu cpu) {
        return new HandlerCall(
                exit.probe(),
                Side.EXIT,
                frame.site(),
                set,
                OptionalLong.of(frame.entryIp()),
                OptionalLong.of(returnIp),
                exit.data(),
                here,
                task,
                cpu.id());
    }

    @Override
    protected void ended(HandlerCall call, int result) {
        task.guard().leave(call.probe());
        kernel.returns().release(new ExitSlot(call.probe(), call.data()));
    }

    @Override
    protected void leave(Cpu cpu) {
        kernel.returns()
                .dropStale(task, sp, false); // what functions that handlers called left behind
        task.shadow().pop(frame);
        kernel.clobber(cpu);
        cpu.x(0, frame.saved());
        cpu.pc(resume);
    }
}
