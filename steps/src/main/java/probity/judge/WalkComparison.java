package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Sample;
import probity.spi.Side;
import probity.spi.Target;

/** Stack walks that handlers make: from the context, and from here, inside the handler. */
final class WalkComparison {
    private final Scene scene;
    private final Sheet sheet;
    private final HookedFrames hookedFrames;
    private final int depth;

    WalkComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.hookedFrames = new HookedFrames(scene);
        this.depth = scene.description().limits().walkDepth();
    }

    void run() {
        for (Alignment.Pair pair : scene.matching().allowed()) {
            for (Action action : pair.slot().actions()) {
                if (action instanceof Action.Walk walk) {
                    walk(pair.slot(), pair.event(), walk);
                } else if (action instanceof Action.Sample sample) {
                    callChain(pair.slot(), pair.event(), sample);
                }
            }
        }
    }

    private void walk(Slot slot, Event event, Action.Walk action) {
        boolean here = action.from() == Action.Walk.From.HERE;
        Check check = here ? Check.WALK_FROM_HERE : Check.WALK_FROM_CONTEXT;
        Optional<Observation.Walked> seen = event.find(action.label(), Observation.Walked.class);
        if (seen.isEmpty()) {
            sheet.unanswered(check, event, action);
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
        if (slot.side() == Side.ENTRY) {
            hookedFrames.atEntry(where, chain, frames);
        } else {
            hookedFrames.compare(where, chain, frames);
        }
    }

    /**
     * What stands before the function is the handler's own business; then no ancestor is missed.
     */
    private void fromHere(Slot slot, Event event, Chain chain, List<Long> frames) {
        Target target = slot.span().target().orElseThrow();
        List<Long> known = chain.known(frames, scene.names());
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
}
