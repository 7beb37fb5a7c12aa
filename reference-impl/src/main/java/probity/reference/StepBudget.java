package probity.reference;

import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Stop;

/**
 * Runs a task until something ends its step, in bounded time and memory. Instructions alone are no
 * bound: each function and each handler that a runaway begins is recorded with all its registers.
 */
final class StepBudget {
    /** Many times what the largest step of a plan begins. */
    static final int MOST_RECORDS = 5_000;

    private static final long SLICE = 50_000;

    private final Machine machine;
    private final long instructions;

    StepBudget(Machine machine, long instructions) {
        this.machine = machine;
        this.instructions = instructions;
    }

    /** Runs; a task that began too much is stuck. */
    Stop run(Cpu cpu, Task task, ExecutionLog log) {
        int most = log.records() + MOST_RECORDS;
        for (long left = instructions; left > 0; left -= SLICE) {
            Stop stop = machine.run(cpu, Math.min(left, SLICE));
            if (!(stop instanceof Stop.Budget)) {
                return stop;
            }
            if (log.records() > most) {
                task.stick(
                        "The call ran away: more than %d functions and handlers began in it."
                                .formatted(MOST_RECORDS));
                return new Stop.Trapped(cpu.pc());
            }
        }
        return new Stop.Budget(instructions);
    }
}
