package probity.reference;

import java.util.List;

/** From where the walks of handlers and observers start. */
final class Walks {
    private final StackWalker walker;
    private final Registry registry;

    Walks(StackWalker walker, Registry registry) {
        this.walker = walker;
        this.registry = registry;
    }

    /** A walk from a context. */
    List<Long> fromContext(Task task, Context context) {
        long pc = context.field("pc");
        long fp = context.field("x29");
        return registry.isEntry(pc)
                ? walker.walkFromEntry(task, pc, context.field("x30"), fp)
                : walker.walk(task, pc, fp);
    }

    /** A walk from inside a handler. */
    List<Long> fromHere(Task task, Here here) {
        return walker.walk(task, here.pc(), here.fp());
    }

    /** A walk of a task that does not run. */
    List<Long> ofBlocked(Task task) {
        return walker.walk(task, task.saved().pc(), task.saved().x(Registers.FP));
    }
}
