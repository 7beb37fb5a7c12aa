package probity.reference;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.MemoryFault;
import probity.machine.TrapHandler;
import probity.machine.TrapHandler.Next;

/** Where trampolines and breakpoints leave the machine and enter the hook core. */
final class Traps {
    private static final int KPROBE = 4;
    private static final int KPROBE_STEP = 6;
    private static final int KRETPROBE = 7;

    private final Kernel kernel;
    private final Tasks tasks;
    private final TrampolineMonitor monitor;

    Traps(Machine machine, Kernel kernel, Tasks tasks, TrampolineMonitor monitor) {
        this.kernel = kernel;
        this.tasks = tasks;
        this.monitor = monitor;
        called(machine, Symbols.ENTRY_HANDLER, this::entry);
        if (kernel.trampolines().exit().isPresent()) {
            called(machine, Symbols.RETURN_HANDLER, this::exit);
        }
        if (kernel.trampolines().kretprobe().isPresent()) {
            called(machine, Symbols.KRETPROBE_HANDLER, this::hand);
        }
        machine.onBreak(KPROBE, cpu -> contained(() -> breakpoint(cpu)));
        machine.onBreak(KPROBE_STEP, this::stepped);
        machine.onBreak(KRETPROBE, cpu -> contained(() -> kretprobe(cpu)));
        machine.trapAt(AddressMap.NESTED_CALL, this::nestedCall);
        machine.trapAt(AddressMap.NESTED_RETURN, cpu -> contained(() -> nestedReturn(cpu)));
    }

    private HandlerRun entry(Cpu cpu, TrampolineVisit visit) {
        return new EntryRun(kernel, tasks.running(), cpu, visit);
    }

    private HandlerRun exit(Cpu cpu, TrampolineVisit visit) {
        return new ExitRun(kernel, tasks.running(), cpu, visit);
    }

    private HandlerRun hand(Cpu cpu, TrampolineVisit visit) {
        return new KretprobeHandRun(kernel, tasks.running(), cpu, visit);
    }

    private void called(
            Machine machine, String symbol, BiFunction<Cpu, TrampolineVisit, HandlerRun> run) {
        TrapHandler handler =
                cpu ->
                        contained(
                                () -> {
                                    TrampolineVisit visit = monitor.caller(cpu);
                                    return begin(run.apply(cpu, visit), cpu, visit);
                                });
        machine.trapAt(AddressMap.HANDLERS.get(symbol), handler);
    }

    private Next breakpoint(Cpu cpu) {
        Optional<Site> site = kernel.registry().atSymbol(cpu.pc());
        if (site.isEmpty()) {
            return Next.RESUME; // nobody's: the machine makes a fault of it
        }
        return begin(new BreakpointRun(kernel, tasks.running(), cpu, site.get()), cpu, null);
    }

    private Next stepped(Cpu cpu) {
        kernel.stepped(cpu);
        return Next.RESUME;
    }

    private Next kretprobe(Cpu cpu) {
        if (!kernel.trampolines().image().hasText(cpu.pc())) {
            return Next.RESUME; // nobody's: the machine makes a fault of it
        }
        TrampolineVisit visit = monitor.caller(cpu);
        return begin(new KretprobeBreakRun(kernel, tasks.running(), cpu, visit), cpu, visit);
    }

    private Next begin(HandlerRun run, Cpu cpu, TrampolineVisit visit) {
        run.visitedBy(visit);
        tasks.running().runs().push(run);
        return run.go(cpu);
    }

    /** A detour, since a breakpoint's handler must not leave the pc where it was. */
    private Next nestedCall(Cpu cpu) {
        cpu.pc(tasks.running().callee().address());
        return Next.RESUME;
    }

    /**
     * What a handler called has returned. If that handler belonged to the return of a function that
     * another handler called, the CPU is here again, in the name of the other one.
     */
    private Next nestedReturn(Cpu cpu) {
        Next next = Next.RESUME;
        while (next == Next.RESUME && cpu.pc() == AddressMap.NESTED_RETURN) {
            HandlerRun run = tasks.running().runs().peek();
            if (run == null) {
                throw new KernelPanic("A function returned to a handler, but none is running.");
            }
            next = run.returned(cpu);
        }
        return next;
    }

    /** Ends the call if what the hook core was handed makes no sense. */
    private Next contained(Supplier<Next> work) {
        try {
            return work.get();
        } catch (KernelPanic | MemoryFault panic) {
            tasks.running().stick(panic.getMessage());
            return Next.STOP;
        }
    }
}
