package probity.reference;

import java.util.List;
import java.util.Optional;
import probity.machine.Cpu;
import probity.machine.FaultKind;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.machine.Permission;
import probity.machine.Stop;
import probity.machine.TrapHandler.Next;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.MisuseException;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Target;
import probity.spi.Walk;
import probity.targets.TargetProgram;

/** Puts tasks on CPUs and runs them until their call has come to some end. */
final class Scheduler {
    private static final long STACK_ALIGNMENT = 16;
    private static final int RESULT_SIZE = 256;
    private static final int START_BUDGET = 16;
    private static final int TRACE_LINES = 32;

    private final Machine machine;
    private final Tasks tasks;
    private final Kernel kernel;
    private final TrampolineMonitor monitor;
    private final ActivationTracker activations;
    private final Options options;
    private final long taskEntry;
    private final long taskReturn;
    private final Poison poison;
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
        this.options = options;
        taskEntry = program.address(TargetProgram.TASK_ENTRY);
        taskReturn = program.address(TargetProgram.TASK_RETURN);
        poison = new Poison(options.poison(), AddressMap.STACKS);
        activations.watchReturnsTo(taskReturn); // before the trap that ends the run
        machine.trapAt(program.address(TargetProgram.TASK_CALL), cpu -> Next.STOP);
        machine.trapAt(taskReturn, cpu -> stop(Task.State.IDLE));
        machine.trapAt(program.address(TargetProgram.TASK_EXIT), cpu -> stop(Task.State.ENDED));
        machine.trapAt(program.address(TargetProgram.SCHEDULE_SWITCH), cpu -> block());
        machine.memory()
                .map(
                        "results",
                        AddressMap.RESULTS,
                        Tasks.LIMIT * RESULT_SIZE,
                        Permission.READ,
                        Permission.WRITE);
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
        enter(task, cpu, call, target);
        return run(task, cpu);
    }

    private Task create(int id) {
        Task task = tasks.create(id);
        monitor.watch(task);
        return task;
    }

    /** Sets the registers as the root's call of the target would. */
    private void enter(Task task, Cpu cpu, Plan.Call call, Target target) {
        Memory memory = machine.memory();
        tasks.running(task);
        cpu.sp(task.stack().top());
        cpu.pc(taskEntry);
        machine.run(cpu, START_BUDGET); // the root's frame record
        long root = cpu.sp();
        long fp = cpu.x(Registers.FP);
        Registers.fill(cpu, call.registers(), poison);
        long result = AddressMap.RESULTS + (long) task.id() * RESULT_SIZE;
        if (target.resultMemory() > 0) {
            memory.write(result, poison.bytes(target.resultMemory()));
            cpu.x(8, result);
        }
        List<Long> arguments = call.stackArguments();
        long sp = root - arguments.size() * Long.BYTES & -STACK_ALIGNMENT;
        for (int i = 0; i < arguments.size(); i++) {
            memory.writeLong(sp + (long) i * Long.BYTES, arguments.get(i));
        }
        cpu.sp(sp);
        cpu.x(Registers.FP, fp);
        cpu.x(Registers.LR, taskReturn);
        cpu.pc(target.address());
        task.call(new PendingCall(target, result));
        task.calling(target);
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
        Stop stop = machine.run(cpu, options.instructionBudget());
        if (stop instanceof Stop.Fault fault && fault.kind() == FaultKind.SP_ALIGNMENT) {
            monitor.misaligned(fault.pc(), cpu.sp(), "Memory is accessed through sp");
        }
        if (!(stop instanceof Stop.Trapped)) {
            task.stick(stop.text());
        }
        return stop instanceof Stop.Budget ? failure(Ending.BUDGET, task) : result(task, cpu);
    }

    /** What came of the run that has just stopped. */
    private CallResult result(Task task, Cpu cpu) {
        switch (task.state()) {
            case IDLE:
                return returned(task, cpu);
            case BLOCKED:
                task.save(cpu.save());
                return pending(Ending.BLOCKED, task);
            case PARKED:
                task.save(cpu.save());
                return pending(Ending.PARKED, task);
            case ENDED:
                forget(task);
                return new CallResult(
                        Ending.NOT_RETURNED,
                        Optional.empty(),
                        Bytes.none(),
                        "The task has ended in " + TargetProgram.TASK_EXIT + ".",
                        List.of());
            default:
                return failure(Ending.TRAP, task);
        }
    }

    private CallResult returned(Task task, Cpu cpu) {
        PendingCall call = task.call();
        RegisterFile after = Registers.of(cpu);
        byte[] memory = machine.memory().read(call.result(), call.target().resultMemory());
        activations.ended(task);
        return new CallResult(Ending.RETURNED, Optional.of(after), Bytes.of(memory), "", List.of());
    }

    private CallResult pending(Ending ending, Task task) {
        return new CallResult(
                ending,
                Optional.empty(),
                Bytes.none(),
                "At " + machine.symbols().describe(task.saved().pc()) + ".",
                List.of());
    }

    private CallResult failure(Ending ending, Task task) {
        return new CallResult(
                ending,
                Optional.empty(),
                Bytes.none(),
                task.detail(),
                machine.trace().lines(TRACE_LINES));
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
