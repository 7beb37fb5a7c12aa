package probity.reference;

import probity.machine.Cpu;

/** kretprobe's trampoline has stored a set by hand and called {@code kretprobe_handler}. */
final class KretprobeHandRun extends KretprobeRun {
    private final StoredSet set;
    private final Here here;
    private final long resume;

    /** Reads what the trampoline hands over: x0 = the set. */
    KretprobeHandRun(Kernel kernel, Task task, Cpu cpu, TrampolineVisit visit) {
        super(kernel, task, visit.sp());
        SetLayout layout = kernel.trampolines().kretprobe().orElseThrow();
        set = new StoredSet(kernel.memory(), layout, cpu.x(0));
        here = new Here(cpu.pc(), cpu.x(Registers.FP), cpu.sp());
        resume = cpu.x(Registers.LR);
        set.write("pc", returnIp());
    }

    @Override
    protected StoredSet set() {
        return set;
    }

    @Override
    protected Here here() {
        return here;
    }

    @Override
    protected void leave(Cpu cpu, long continuation) {
        kernel.clobber(cpu);
        cpu.x(0, continuation);
        cpu.pc(resume);
    }
}
