package probity.reference;

import java.util.List;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.machine.Permission;
import probity.machine.TrapHandler.Next;
import probity.spi.Plan;
import probity.spi.Target;
import probity.targets.TargetProgram;

/** Sets up a task for a plan's call, as if the root of its stack made it. */
final class CallStart {
    private static final long STACK_ALIGNMENT = 16;
    private static final int RESULT_SIZE = 256;
    private static final int START_BUDGET = 16;
    private static final int INDIRECT_RESULT = 8;

    private final Machine machine;
    private final Poison poison;
    private final long taskEntry;
    private final long taskReturn;

    CallStart(Machine machine, TargetImage program, long seed) {
        this.machine = machine;
        poison = new Poison(seed, AddressMap.STACKS);
        taskEntry = program.address(TargetProgram.TASK_ENTRY);
        taskReturn = program.address(TargetProgram.TASK_RETURN);
        machine.trapAt(program.address(TargetProgram.TASK_CALL), cpu -> Next.STOP);
        machine.memory()
                .map(
                        "results",
                        AddressMap.RESULTS,
                        Tasks.LIMIT * RESULT_SIZE,
                        Permission.READ,
                        Permission.WRITE);
    }

    /** Makes the CPU begin with the target on the task's empty stack. */
    void begin(Task task, Cpu cpu, Plan.Call call, Target target) {
        cpu.sp(task.stack().top());
        cpu.pc(taskEntry);
        machine.run(cpu, START_BUDGET); // makes the root's frame record
        long root = cpu.sp();
        long fp = cpu.x(Registers.FP);
        Registers.fill(cpu, call.registers(), poison);
        long result = AddressMap.RESULTS + (long) task.id() * RESULT_SIZE;
        if (target.resultMemory() > 0) {
            machine.memory().write(result, poison.bytes(target.resultMemory()));
            cpu.x(INDIRECT_RESULT, result);
        }
        cpu.sp(push(root, call.stackArguments()));
        cpu.x(Registers.FP, fp);
        cpu.x(Registers.LR, taskReturn);
        cpu.pc(target.address());
        task.call(new PendingCall(target, result));
        task.calling(target);
    }

    /** Puts arguments on a stack; the first one lies lowest, at the new sp. */
    private long push(long sp, List<Long> arguments) {
        Memory memory = machine.memory();
        long lowered = sp - (long) arguments.size() * Long.BYTES & -STACK_ALIGNMENT;
        for (int i = 0; i < arguments.size(); i++) {
            memory.writeLong(lowered + (long) i * Long.BYTES, arguments.get(i));
        }
        return lowered;
    }
}
