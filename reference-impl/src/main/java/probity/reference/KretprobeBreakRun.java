package probity.reference;

import probity.machine.Cpu;

/** kretprobe's trampoline is a {@code brk #7}: the exception has stored the registers. */
final class KretprobeBreakRun extends KretprobeRun {
    private final ExceptionFrame exception;

    KretprobeBreakRun(Kernel kernel, Task task, Cpu cpu, TrampolineVisit visit) {
        super(kernel, task, visit.sp());
        exception = ExceptionFrame.atReturn(kernel.memory(), cpu, kernel.kretprobeTrampoline());
        exception.set().write("pc", returnIp());
    }

    @Override
    protected StoredSet set() {
        return exception.set();
    }

    @Override
    protected Here here() {
        return exception.here();
    }

    @Override
    protected void leave(Cpu cpu, long continuation) {
        exception.restore(cpu);
        cpu.x(Registers.LR, continuation); // as after a ret
        cpu.pc(continuation);
    }
}
