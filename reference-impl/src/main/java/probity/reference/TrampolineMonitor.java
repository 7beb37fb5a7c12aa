package probity.reference;

import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Stack;
import probity.machine.TrapHandler.Next;
import probity.spi.Irregularity;
import probity.spi.Side;

/**
 * Watches trampolines from outside, as the machine sees them: when they are reached and left, and
 * what they do to stacks.
 */
final class TrampolineMonitor {
    private final Machine machine;
    private final ElfImage image;
    private final Tasks tasks;
    private final Set<Stack> watched = new HashSet<>();

    TrampolineMonitor(Machine machine, Trampolines trampolines, Tasks tasks) {
        this.machine = machine;
        this.image = trampolines.image();
        this.tasks = tasks;
        arrivals(Symbols.ENTRY, Side.ENTRY);
        arrivals(Symbols.RETURN, Side.EXIT);
        arrivals(Symbols.KRETPROBE, Side.EXIT);
        machine.onMisalignedCall(cpu -> misaligned(cpu.pc(), cpu.sp(), "A call is made"));
    }

    private void arrivals(String symbol, Side side) {
        image.address(symbol)
                .ifPresent(
                        address ->
                                machine.trapAt(
                                        address,
                                        cpu -> {
                                            arrive(new TrampolineVisit(symbol, side, cpu), cpu);
                                            return Next.RESUME;
                                        }));
    }

    private void arrive(TrampolineVisit visit, Cpu cpu) {
        resumed(cpu);
        Deque<TrampolineVisit> visits = tasks.running().visits();
        // what lies below was left without a return
        while (!visits.isEmpty() && Long.compareUnsigned(visits.peek().sp(), visit.sp()) <= 0) {
            visits.pop();
        }
        visits.push(visit);
    }

    /** Called wherever functions begin and returns arrive: the trampoline before it has ended. */
    void resumed(Cpu cpu) {
        Deque<TrampolineVisit> visits = tasks.running().visits();
        if (!visits.isEmpty() && visits.peek().isLeaving()) {
            tasks.log().add(visits.pop().resumed(cpu));
        }
    }

    /** The trampoline that has called the hook core. */
    TrampolineVisit caller(Cpu cpu) {
        TrampolineVisit visit = tasks.running().visits().peek();
        if (visit == null || visit.isLeaving()) {
            throw new KernelPanic(
                    "The hook core was called from %s, but no trampoline was reached before."
                            .formatted(machine.symbols().describe(cpu.x(Registers.LR))));
        }
        visit.handlersBegin(cpu);
        return visit;
    }

    /** Watches a task's stack for writes that trampolines must not make (TRN-03). */
    void watch(Task task) {
        Stack stack = task.stack();
        if (watched.add(stack)) { // a later task of the same number has the same stack
            machine.memory()
                    .watch(
                            stack.base(),
                            stack.top(),
                            (pc, address, size) -> written(stack, pc, address, size));
        }
    }

    private void written(Stack stack, long pc, long address, int size) {
        if (!image.hasText(pc)) {
            return;
        }
        Task task = tasks.running();
        TrampolineVisit visit = task.visits().peek();
        boolean below =
                task.stack() == stack
                        && visit != null
                        && Long.compareUnsigned(address + size, visit.sp()) <= 0;
        if (!below) {
            tasks.log()
                    .add(
                            new Irregularity(
                                    Irregularity.Kind.STACK_WRITE,
                                    task.id(),
                                    pc,
                                    address,
                                    text(pc, address, size, visit)));
        }
    }

    private String text(long pc, long address, int size, TrampolineVisit visit) {
        return "%s writes %d bytes at 0x%x, above the sp it was reached with (0x%x)."
                .formatted(
                        machine.symbols().describe(pc),
                        size,
                        address,
                        visit == null ? 0 : visit.sp());
    }

    /** Notes an access or a call with a misaligned sp (TRN-04). */
    void misaligned(long pc, long sp, String what) {
        tasks.log()
                .add(
                        new Irregularity(
                                Irregularity.Kind.MISALIGNED_SP,
                                tasks.running().id(),
                                pc,
                                sp,
                                "%s at %s while sp is 0x%x, no multiple of 16."
                                        .formatted(what, machine.symbols().describe(pc), sp)));
    }
}
