package probity.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Trace;
import probity.machine.TrapHandler.Next;
import probity.spi.Activation;
import probity.spi.Point;
import probity.spi.Target;

/**
 * Sees every run of every function of the target program, hooked or not: traps at each {@link
 * Point}. It looks at no hook; what tells calls, tail calls and unwinding apart are the last
 * instruction, sp and the return address.
 */
final class ActivationTracker {
    private static final int BL = 0x9400_0000;
    private static final int BL_MASK = 0xfc00_0000;
    private static final int BLR = 0xd63f_0000;
    private static final int BLR_MASK = 0xfeff_f000; // with and without pointer authentication

    private final Machine machine;
    private final Tasks tasks;
    private final TrampolineMonitor monitor;
    private final Map<Long, Target> calls;
    private final Map<Long, Target> bodies;
    private final Map<Long, Target> returns;
    private final Set<Long> arrivals = new HashSet<>();

    ActivationTracker(
            Machine machine, TargetImage program, Tasks tasks, TrampolineMonitor monitor) {
        this.machine = machine;
        this.tasks = tasks;
        this.monitor = monitor;
        this.calls = program.calls();
        this.bodies = program.bodies();
        this.returns = program.returns();
        program.taps().forEach(address -> machine.trapAt(address, this::tap));
    }

    /** Makes returns to an address seen; done for each return address when it is first met. */
    void watchReturnsTo(long address) {
        boolean tapped =
                calls.containsKey(address)
                        || bodies.containsKey(address)
                        || returns.containsKey(address);
        if (arrivals.add(address) && !tapped) {
            machine.trapAt(address, this::tap);
        }
    }

    /** The task has ended: nothing of what is on its stack will return. */
    void ended(Task task) {
        while (!task.activations().isEmpty()) {
            unwind(task);
        }
    }

    private Next tap(Cpu cpu) {
        Task task = tasks.running();
        long pc = cpu.pc();
        monitor.resumed(cpu);
        if (arrivals.contains(pc)) {
            arrive(task, cpu);
        }
        if (calls.containsKey(pc)) {
            call(task, cpu, calls.get(pc));
        }
        if (bodies.containsKey(pc)) {
            see(task, cpu, bodies.get(pc), Point.BODY);
        }
        if (returns.containsKey(pc)) {
            see(task, cpu, returns.get(pc), Point.RETURN);
        }
        return Next.RESUME;
    }

    private void call(Task task, Cpu cpu, Target target) {
        boolean fromOutside = task.callee() == target;
        task.calling(null);
        LiveActivation before = fromOutside ? null : branchedFrom(task);
        LiveActivation started;
        if (before == null) {
            dropUnwound(task, cpu.sp(), cpu.x(Registers.LR));
            LiveActivation parent = task.activations().peek();
            started = start(task, cpu, target, parent, cpu.x(Registers.LR));
        } else {
            while (task.activations().peek() != before) {
                unwind(task);
            }
            task.activations().pop();
            before.end(Activation.End.TAIL_CALLED);
            started = start(task, cpu, target, before.parent(), before.returnAddress());
            before.followedBy(started);
        }
        started.see(Point.CALL, Registers.of(cpu));
        task.activations().push(started);
        watchReturnsTo(started.returnAddress());
    }

    private LiveActivation start(
            Task task, Cpu cpu, Target target, LiveActivation parent, long returnAddress) {
        return new LiveActivation(
                tasks.log(), parent, task, cpu.id(), target, cpu.sp(), returnAddress);
    }

    /** The activation that gave way to the one that starts; null if that was called. */
    private LiveActivation branchedFrom(Task task) {
        List<Trace.Entry> last = machine.trace().last(1);
        if (last.isEmpty() || isCall(last.get(0).word())) {
            return null;
        }
        return task.activations().stream()
                .filter(activation -> activation.target().contains(last.get(0).pc()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCall(int word) {
        return (word & BL_MASK) == BL || (word & BLR_MASK) == BLR;
    }

    /** Ends what cannot return any more, since its stack is in use by a call at this sp. */
    private static void dropUnwound(Task task, long sp, long returnAddress) {
        while (!task.activations().isEmpty()) {
            LiveActivation top = task.activations().peek();
            int order = Long.compareUnsigned(top.sp(), sp);
            boolean frameless = order == 0 && top.target().contains(returnAddress);
            if (order > 0 || frameless) {
                return;
            }
            unwind(task);
        }
    }

    private static void unwind(Task task) {
        task.activations().pop().end(Activation.End.UNWOUND);
    }

    /** Notes the registers for the innermost run of the function, once. */
    private static void see(Task task, Cpu cpu, Target target, Point point) {
        for (LiveActivation activation : task.activations()) {
            if (activation.target() == target) {
                if (!activation.has(point)) {
                    activation.see(point, Registers.of(cpu));
                }
                return;
            }
        }
    }

    private static void arrive(Task task, Cpu cpu) {
        Optional<LiveActivation> returned =
                task.activations().stream()
                        .filter(activation -> activation.returnAddress() == cpu.pc())
                        .filter(activation -> activation.has(Point.RETURN))
                        .findFirst();
        if (returned.isEmpty()) {
            return; // got here in another way than by a return
        }
        while (task.activations().peek() != returned.get()) {
            unwind(task);
        }
        task.activations().pop();
        returned.get().see(Point.AFTER, Registers.of(cpu));
        returned.get().end(Activation.End.RETURNED);
    }
}
