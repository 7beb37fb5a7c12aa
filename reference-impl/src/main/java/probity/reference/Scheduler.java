package probity.reference;

import java.util.Optional;
import probity.machine.Cpu;
import probity.machine.FaultKind;
import probity.machine.Machine;
import probity.machine.Stop;
import probity.machine.TrapHandler.Next;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.MisuseException;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Target;
import probity.spi.Walk;
import probity.targets.TargetProgram;

/** Puts tasks on CPUs and runs them until their call has come to some end. */
final class Scheduler {
    private final Machine machine;
    private final Tasks tasks;
    private final Kernel kernel;
    private final TrampolineMonitor monitor;
    private final ActivationTracker activations;
    private final StepBudget budget;
    private final CallStart starts;
    private final CallEnd ends;
    private boolean goingOn;

    Scheduler(
            Machine machine,
            TargetImage program,
            Tasks tasks,
            Kernel kernel,
            TrampolineMonitor monitor,
            ActivationTracker activations,
            Options options) {
        this.machine = machine;
        this.tasks = tasks;
        this.kernel = kernel;
        this.monitor = monitor;
        this.activations = activations;
        budget = new StepBudget(machine, options.instructionBudget());
        starts = new CallStart(machine, program, options.poison());
        ends = new CallEnd(machine);
        long taskReturn = program.address(TargetProgram.TASK_RETURN);
        activations.watchReturnsTo(taskReturn); // before the trap that ends the run
        machine.trapAt(taskReturn, cpu -> stop(Task.State.IDLE));
        machine.trapAt(program.address(TargetProgram.TASK_EXIT), cpu -> stop(Task.State.ENDED));
        machine.trapAt(program.address(TargetProgram.SCHEDULE_SWITCH), cpu -> block());
    }

    private Next stop(Task.State reason) {
        tasks.running().stop(reason);
        return Next.STOP;
    }

    private Next block() {
        if (goingOn) {
            goingOn = false;
            return Next.RESUME;
        }
        return stop(Task.State.BLOCKED);
    }

    /** A plan begins. */
    void begin(ExecutionLog log) {
        tasks.log(log);
    }

    /** Calls a target. */
    CallResult call(Plan.Call call, Target target) {
        Cpu cpu = free(call.cpu());
        Task task = tasks.find(call.task()).orElse(null);
        if (task != null && task.state() != Task.State.IDLE) {
            throw new MisuseException(
                    "Task %d has a call pending: %s.".formatted(task.id(), describe(task)));
        }
        if (task == null) {
            task = create(call.task());
        }
        tasks.running(task);
        starts.begin(task, cpu, call, target);
        return run(task, cpu);
    }

    private Task create(int id) {
        Task task = tasks.create(id);
        monitor.watch(task);
        return task;
    }

    /** Lets a blocked or parked task go on. */
    CallResult goOn(int id) {
        Task task = existing(id);
        boolean parked = task.state() == Task.State.PARKED;
        if (!parked && task.state() != Task.State.BLOCKED) {
            throw new MisuseException("Task %d cannot go on: %s.".formatted(id, describe(task)));
        }
        Cpu cpu = parked ? machine.cpu(task.cpu()) : free(task.cpu());
        cpu.restore(task.saved());
        tasks.running(task);
        task.run(cpu.id());
        if (parked) {
            HandlerRun handler = task.runs().peek();
            if (handler.go(cpu) == Next.STOP) {
                return result(task, cpu);
            }
        } else {
            goingOn = true;
        }
        return run(task, cpu);
    }

    private CallResult run(Task task, Cpu cpu) {
        task.run(cpu.id());
        Stop stop = budget.run(cpu, task, tasks.log());
        if (stop instanceof Stop.Fault fault && fault.kind() == FaultKind.SP_ALIGNMENT) {
            monitor.misaligned(fault.pc(), cpu.sp(), "Memory is accessed through sp");
        }
        if (!(stop instanceof Stop.Trapped)) {
            task.stick(stop.text());
        }
        return stop instanceof Stop.Budget ? ends.failed(Ending.BUDGET, task) : result(task, cpu);
    }

    /** What came of the run that has just stopped. */
    private CallResult result(Task task, Cpu cpu) {
        switch (task.state()) {
            case IDLE:
                activations.ended(task);
                return ends.returned(task, cpu);
            case BLOCKED:
                task.save(cpu.save());
                return ends.pending(Ending.BLOCKED, task);
            case PARKED:
                task.save(cpu.save());
                return ends.pending(Ending.PARKED, task);
            case ENDED:
                forget(task);
                return ends.notReturned();
            default:
                return ends.failed(Ending.TRAP, task);
        }
    }

    /** Moves a blocked task to another CPU. */
    void move(int id, int cpu) {
        blocked(id).move(free(cpu).id());
    }

    /** Walks a blocked task's stack. */
    Walk walk(int id) {
        return new Walk(kernel.walks().ofBlocked(blocked(id)));
    }

    /** Ends a task, whatever is pending on its stack. */
    void end(int id) {
        forget(existing(id));
    }

    private void forget(Task task) {
        activations.ended(task);
        kernel.ended(task);
        tasks.remove(task);
    }

    private Task existing(int id) {
        return tasks.find(id)
                .orElseThrow(() -> new MisuseException("There is no task %d.".formatted(id)));
    }

    private Task blocked(int id) {
        Task task = existing(id);
        if (task.state() != Task.State.BLOCKED) {
            throw new MisuseException("Task %d is not blocked: %s.".formatted(id, describe(task)));
        }
        return task;
    }

    /** A CPU on which no task is parked. */
    private Cpu free(int id) {
        if (id < 0 || id >= EmulatedInstance.CPUS) {
            throw new MisuseException(
                    "There is no CPU %d: CPUs are numbered from 0 to %d."
                            .formatted(id, EmulatedInstance.CPUS - 1));
        }
        Optional<Task> parked =
                tasks.all().stream()
                        .filter(task -> task.state() == Task.State.PARKED && task.cpu() == id)
                        .findFirst();
        if (parked.isPresent()) {
            throw new MisuseException(
                    "Task %d is parked on CPU %d.".formatted(parked.get().id(), id));
        }
        return machine.cpu(id);
    }

    private static String describe(Task task) {
        switch (task.state()) {
            case IDLE:
                return "it has no call pending";
            case BLOCKED:
                return "it is blocked";
            case PARKED:
                return "it is parked in a handler";
            default:
                return "it has failed before";
        }
    }
}
