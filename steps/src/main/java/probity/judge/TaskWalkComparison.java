package probity.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import probity.spi.Plan;
import probity.spi.Role;
import probity.spi.StepResult;
import probity.spi.Target;
import probity.spi.Walk;

/** Another observer's walks, of blocked tasks (PTR-18). */
final class TaskWalkComparison {
    private final Scene scene;
    private final Sheet sheet;
    private final HookedFrames hookedFrames;

    TaskWalkComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.hookedFrames = new HookedFrames(scene);
    }

    void run() {
        List<StepResult> results = scene.actual().steps();
        for (int i = 0; i < results.size(); i++) {
            if (scene.expectation().plan().steps().get(i) instanceof Plan.WalkTask step) {
                walk(i, step.task(), results.get(i));
            }
        }
    }

    private void walk(int step, int task, StepResult result) {
        String where = "at step " + step + ", walking task " + task;
        Optional<Span> blocked = blockedIn(step, task);
        if (!(result instanceof Walk seen) || blocked.isEmpty()) {
            sheet.unseen(Check.WALK_OF_TASK, "No walk of a blocked task was made in step " + step);
            return;
        }
        Chain chain = Chain.ofBlocked(scene.expectation(), blocked.get());
        List<Long> expected = truth(step).orElse(chain.ancestors());
        List<Long> frames = seen.frames();
        boolean good =
                frames.equals(expected) || truth(step).isEmpty() && endsWith(frames, expected);
        sheet.compare(
                Check.WALK_OF_TASK,
                good,
                where,
                "the walk",
                scene.names().of(expected),
                scene.names().of(frames));
        int own = Math.max(0, expected.indexOf(chain.callers().get(0)));
        int depth = scene.description().limits().walkDepth();
        hookedFrames.compare(where, chain, frames, Math.max(0, depth - own));
    }

    /** What the walk shows when nothing is hooked, if it misses no ancestor then. */
    private Optional<List<Long>> truth(int step) {
        int index = scene.expectation().stripped().origins().indexOf(step);
        List<StepResult> results = scene.expectation().unhooked().steps();
        return index >= 0 && index < results.size() && results.get(index) instanceof Walk walk
                ? Optional.of(walk.frames())
                : Optional.empty();
    }

    private static boolean endsWith(List<Long> whole, List<Long> end) {
        return whole.size() >= end.size()
                && whole.subList(whole.size() - end.size(), whole.size()).equals(end);
    }

    /** The innermost BLOCKING function that is pending when a step starts. */
    private Optional<Span> blockedIn(int step, int task) {
        return scene.expectation().timeline().spans().stream()
                .filter(span -> span.task() == task && span.startStep() < step)
                .filter(span -> span.exitStep().isEmpty() || span.exitStep().getAsInt() > step)
                .filter(span -> span.target().map(Target::role).orElse(null) == Role.BLOCKING)
                .max(Comparator.comparingInt(Span::start));
    }
}
