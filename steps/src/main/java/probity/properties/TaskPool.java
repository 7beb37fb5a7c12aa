package probity.properties;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tasks that a plan has used so far, and which of them can be called on. */
final class TaskPool {
    private final Draw draw;
    private final Set<Integer> blocked = new TreeSet<>();
    private final Set<Integer> gone = new TreeSet<>();
    private int next;

    TaskPool(Draw draw) {
        this.draw = draw;
    }

    /** A new task. */
    int fresh() {
        return next++;
    }

    /** A task on which nothing is pending: one that there is, or a new one. */
    int free() {
        if (next > 0 && draw.percent(60)) {
            int old = draw.below(next);
            if (!blocked.contains(old) && !gone.contains(old)) {
                return old;
            }
        }
        return fresh();
    }

    /** The tasks that wait to be let go on. */
    List<Integer> blocked() {
        return List.copyOf(blocked);
    }

    void blocks(int task) {
        blocked.add(task);
    }

    void goesOn(int task) {
        blocked.remove(task);
    }

    /** The task is gone: its number is not used again. */
    void ends(int task) {
        blocked.remove(task);
        gone.add(task);
    }
}
