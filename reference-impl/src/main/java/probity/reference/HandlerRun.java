package probity.reference;

import java.util.Optional;
import probity.machine.Cpu;
import probity.machine.TrapHandler.Next;

/**
 * One arrival of a trampoline or breakpoint at the hook core: its handlers run one after another,
 * then the trampoline goes on. Can stop in the middle of a script and be taken up again.
 */
abstract class HandlerRun {
    protected final Kernel kernel;
    protected final Task task;
    private ScriptRun script;
    private TrampolineVisit visit;

    HandlerRun(Kernel kernel, Task task) {
        this.kernel = kernel;
        this.task = task;
    }

    /** Says which trampoline has called; null for a breakpoint. */
    final void visitedBy(TrampolineVisit trampoline) {
        visit = trampoline;
    }

    /** The next handler that is to run, if there is one. */
    protected abstract Optional<HandlerCall> next(Cpu cpu);

    /**
     * A handler has ended.
     *
     * @param result what it returned; non-zero at entry cancels the exit
     */
    protected abstract void ended(HandlerCall call, int result);

    /** All handlers have ended: goes on behind the call of the hook core. */
    protected abstract void leave(Cpu cpu);

    /** Runs handlers until all have ended, one is parked, or one calls a function. */
    final Next go(Cpu cpu) {
        while (true) {
            if (script == null) {
                Optional<HandlerCall> call = next(cpu);
                if (call.isEmpty()) {
                    task.runs().pop();
                    leave(cpu);
                    if (visit != null) {
                        visit.handlersEnd(cpu);
                    }
                    return Next.RESUME;
                }
                script = new ScriptRun(kernel, call.get());
            }
            switch (script.go(cpu)) {
                case CALLING:
                    return Next.RESUME;
                case PARKED:
                    task.stop(Task.State.PARKED);
                    return Next.STOP;
                default:
                    ScriptRun done = script;
                    script = null;
                    if (done.faulted()) {
                        task.guard().faulted(done.call().probe());
                    }
                    ended(done.call(), done.result());
            }
        }
    }

    /** A function that the running handler called has returned. */
    final Next returned(Cpu cpu) {
        script.returned(cpu);
        return go(cpu);
    }

    /** The script that is running or waiting, if there is one. */
    final Optional<ScriptRun> script() {
        return Optional.ofNullable(script);
    }
}
