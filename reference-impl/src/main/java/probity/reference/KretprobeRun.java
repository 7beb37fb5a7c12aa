package probity.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.spi.Side;

/**
 * {@code kretprobe_trampoline} was reached: runs the exit handlers of all kretprobes of the
 * activation, the last one that entered first.
 */
abstract class KretprobeRun extends HandlerRun {
    private final long sp;
    private final List<KretprobeInstance> instances = new ArrayList<>();
    private final Iterator<KretprobeInstance> exits;
    private final long returnIp;

    KretprobeRun(Kernel kernel, Task task, long sp) {
        super(kernel, task);
        this.sp = sp;
        kernel.returns().dropStale(task, sp, false);
        collect();
        exits = instances.iterator();
        returnIp = kernel.trueReturn(task, kernel.kretprobeTrampoline(), sp);
    }

    /** The instances that stand one behind the other, up to where something else follows. */
    private void collect() {
        for (KretprobeInstance instance : task.instances()) {
            if (instance.sp() != sp) {
                break;
            }
            instances.add(instance);
            if (instance.saved() != instance.trampoline()) {
                break;
            }
        }
        if (instances.isEmpty()) {
            throw new KernelPanic(
                    "kretprobe_trampoline was reached with sp 0x%x, but no return is pending there."
                            .formatted(sp));
        }
    }

    /** The registers at the return. */
    protected abstract StoredSet set();

    /** Where the handlers run. */
    protected abstract Here here();

    /** Goes on at the continuation. */
    protected abstract void leave(Cpu cpu, long continuation);

    /** The true return address. */
    protected final long returnIp() {
        return returnIp;
    }

    @Override
    protected Optional<HandlerCall> next(Cpu cpu) {
        while (exits.hasNext()) {
            KretprobeInstance instance = exits.next();
            AttachedProbe probe = instance.probe();
            if (!kernel.policy().runsExit(probe)) {
                probe.counting().dropped();
            } else if (!task.guard().enter(probe)) {
                probe.counting().exitMissed();
            } else {
                probe.counting().exitRun();
                return Optional.of(call(instance, cpu));
            }
        }
        return Optional.empty();
    }

    private HandlerCall call(KretprobeInstance instance, Cpu cpu) {
        return new HandlerCall(
                instance.probe(),
                Side.EXIT,
                instance.site(),
                set(),
                OptionalLong.empty(),
                OptionalLong.of(returnIp),
                instance.data(),
                here(),
                task,
                cpu.id());
    }

    @Override
    protected void ended(HandlerCall call, int result) {
        task.guard().leave(call.probe());
    }

    @Override
    protected final void leave(Cpu cpu) {
        kernel.returns()
                .dropStale(task, sp, false); // what functions that handlers called left behind
        for (KretprobeInstance instance : instances) {
            task.instances().remove(instance);
            kernel.returns().release(instance);
        }
        leave(cpu, instances.get(instances.size() - 1).saved());
    }
}
