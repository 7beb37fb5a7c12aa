package probity.reference;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import probity.machine.Memory;
import probity.machine.Stack;
import probity.spi.MisuseException;

/** All tasks, which one runs, and the log of the plan that runs them. */
final class Tasks {
    /** How many tasks there can be at once. */
    static final int LIMIT = 256;

    private static final int STACK_SIZE = 0x8000;

    private final Memory memory;
    private final long seed;
    private final Parts parts;
    private final Map<Integer, Task> tasks = new TreeMap<>();
    private final Map<Integer, Stack> stacks = new TreeMap<>();
    private Task running;
    private ExecutionLog log;

    Tasks(Memory memory, long seed, Parts parts, ExecutionLog log) {
        this.memory = memory;
        this.seed = seed;
        this.parts = parts;
        this.log = log;
    }

    /** The task that runs now, or ran last. */
    Task running() {
        return running;
    }

    void running(Task task) {
        running = task;
    }

    /** Where everything that is seen is noted. */
    ExecutionLog log() {
        return log;
    }

    void log(ExecutionLog current) {
        log = current;
    }

    /** All tasks that have not ended. */
    Collection<Task> all() {
        return tasks.values();
    }

    /** The task of a number, if it exists. */
    Optional<Task> find(int id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /**
     * A new task of a number, its stack full of poison.
     *
     * @throws MisuseException if there cannot be a task of that number
     */
    Task create(int id) {
        if (id < 0 || id >= LIMIT) {
            throw new MisuseException(
                    "There is no task %d: tasks are numbered from 0 to %d."
                            .formatted(id, LIMIT - 1));
        }
        Stack stack = stacks.computeIfAbsent(id, this::map);
        memory.write(stack.base(), new Poison(seed, stack.base()).bytes(STACK_SIZE));
        Task task = new Task(id, stack, parts.shadowStacks().get(), parts.recursionGuards().get());
        tasks.put(id, task);
        return task;
    }

    /** Forgets a task that has ended. */
    void remove(Task task) {
        task.stop(Task.State.ENDED);
        tasks.remove(task.id(), task);
    }

    private Stack map(int id) {
        long base = AddressMap.STACKS + id * AddressMap.STACK_STRIDE + Memory.PAGE_SIZE;
        return memory.mapStack("the stack of task " + id, base, STACK_SIZE);
    }
}
