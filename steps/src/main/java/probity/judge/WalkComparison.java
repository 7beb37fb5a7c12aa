package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Role;
import probity.spi.Sample;
import probity.spi.Side;
import probity.spi.StepResult;
import probity.spi.Target;
import probity.spi.Walk;

/** Stack walks: from the context, from inside the handler, of a blocked task. */
final class WalkComparison {
    private final Scene scene;
    private final Sheet sheet;
    private final int depth;

    WalkComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.depth = scene.description().limits().walkDepth();
    }

    void run() {
        for (Alignment.Pair pair : scene.matching().matched()) {
            if (pair.slot().need() != Slot.Need.FORBIDDEN) {
                for (Action action : pair.slot().attachment().actions(pair.slot().side())) {
                    if (action instanceof Action.Fault) {
                        break;
                    } else if (action instanceof Action.Walk walk) {
                        walk(pair.slot(), pair.event(), walk);
                    } else if (action instanceof Action.Sample sample) {
                        callChain(pair.slot(), pair.event(), sample);
                    }
                }
            }
        }
        List<StepResult> results = scene.actual().steps();
        for (int i = 0; i < results.size(); i++) {
            if (scene.expectation().plan().steps().get(i) instanceof Plan.WalkTask step) {
                ofTask(i, step.task(), results.get(i));
            }
        }
    }

    private void walk(Slot slot, Event event, Action.Walk action) {
        boolean here = action.from() == Action.Walk.From.HERE;
        Check check = here ? Check.WALK_FROM_HERE : Check.WALK_FROM_CONTEXT;
        Optional<Observation.Walked> seen = event.find(action.label(), Observation.Walked.class);
        if (seen.isEmpty()) {
            String subject = "the answer to action '" + action.label() + "'";
            sheet.compare(check, false, Scene.where(event), subject, "given", "absent");
            return;
        }
        List<Long> frames = seen.get().walk().frames();
        Chain chain = Chain.of(scene.expectation(), slot, frames);
        if (!chain.complete()) {
            sheet.unseen(check, "Nobody saw the callers of " + event.function() + ".");
            return;
        }
        if (here) {
            fromHere(slot, event, chain, frames);
        } else {
            fromContext(slot, event, chain, frames, "the walk from the context");
        }
    }

    /** A sample's call chain is a walk from the context too. */
    private void callChain(Slot slot, Event event, Action.Sample action) {
        Optional<Sample> seen =
                event.find(action.label(), Observation.Sampled.class)
                        .flatMap(Observation.Sampled::sample);
        if (seen.isEmpty()) {
            return;
        }
        List<Long> frames = seen.get().callChain();
        Chain chain = Chain.of(scene.expectation(), slot, frames);
        if (chain.complete()) {
            fromContext(slot, event, chain, frames, "the sample's call chain");
        } else {
            sheet.unseen(
                    Check.WALK_FROM_CONTEXT, "Nobody saw the callers of " + event.function() + ".");
        }
    }

    private void fromContext(Slot slot, Event event, Chain chain, List<Long> frames, String what) {
        String where = Scene.where(event);
        boolean all = chain.isShownBy(frames, depth);
        boolean butCaller = chain.isShownWithoutCallerBy(frames, depth);
        sheet.compare(
                Check.WALK_FROM_CONTEXT,
                all || butCaller,
                where,
                what,
                scene.names().of(chain.frames()),
                scene.names().of(frames));
        if (slot.side() == Side.ENTRY && depth > 1) {
            sheet.compare(
                    Check.WALK_DIRECT_CALLER,
                    frames.size() > 1 && frames.get(1).equals(chain.callers().get(0)),
                    where,
                    "the second frame of " + what,
                    scene.names().of(chain.callers().get(0)),
                    frames.size() > 1 ? scene.names().of(frames.get(1)) : "absent");
        }
        hookedFrames(where, chain, frames, slot.side() == Side.ENTRY);
    }

    /** PTR-08; at entry the direct caller's own frame is a matter of PTR-06. */
    private void hookedFrames(String where, Chain chain, List<Long> frames, boolean atEntry) {
        Chain asked = chain;
        if (atEntry && chain.isShownWithoutCallerBy(frames, depth)) {
            List<Long> hooked = new ArrayList<>(chain.hooked());
            if (hooked.remove(chain.callers().get(0))) {
                sheet.unseen(
                        Check.WALK_HOOKED_FRAMES,
                        "A walk at entry does not show the direct caller, whose return is hooked.");
            }
            asked = new Chain(chain.head(), chain.callers(), hooked, true);
        }
        List<Long> lacking = asked.unresolved(frames, depth);
        int demanded = asked.demanded(depth).size();
        sheet.counted(Check.WALK_HOOKED_FRAMES, demanded - lacking.size());
        for (long address : lacking) {
            sheet.compare(
                    Check.WALK_HOOKED_FRAMES,
                    false,
                    where,
                    "the frame whose return to " + scene.names().of(address) + " is hooked",
                    "shown with that address",
                    "missing in " + scene.names().of(frames));
        }
    }

    /**
     * What stands before the function is the handler's own business; then no ancestor is missed.
     */
    private void fromHere(Slot slot, Event event, Chain chain, List<Long> frames) {
        Target target = slot.span().target().orElseThrow();
        List<Long> known =
                frames.stream()
                        .filter(f -> scene.names().at(f).isPresent() || chain.all().contains(f))
                        .toList();
        int own = 0;
        while (own < known.size() && isAtSite(target, known.get(own))) {
            own++;
        }
        boolean start = slot.side() == Side.EXIT || own > 0;
        List<Long> rest = known.subList(own, known.size());
        List<Long> ancestors = chain.ancestors();
        boolean cutOff = frames.size() >= depth;
        boolean good =
                start
                        && (rest.equals(ancestors)
                                || rest.equals(chain.callers())
                                || cutOff && isPrefix(rest, chain.callers()));
        List<Long> expected = new ArrayList<>();
        if (slot.side() == Side.ENTRY) {
            expected.add(target.resumeAddress());
        }
        expected.addAll(ancestors.isEmpty() && expected.isEmpty() ? chain.callers() : ancestors);
        sheet.compare(
                Check.WALK_FROM_HERE,
                good,
                Scene.where(event),
                "the walk from inside the handler",
                "(the handler) < " + scene.names().of(expected),
                scene.names().of(frames));
    }

    private static boolean isAtSite(Target target, long pc) {
        return Long.compareUnsigned(pc, target.address()) >= 0
                && Long.compareUnsigned(pc, target.resumeAddress()) <= 0;
    }

    private static boolean isPrefix(List<Long> part, List<Long> whole) {
        return part.size() <= whole.size() && part.equals(whole.subList(0, part.size()));
    }

    private void ofTask(int step, int task, StepResult result) {
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
        hookedFrames(where, chain, frames, false);
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
