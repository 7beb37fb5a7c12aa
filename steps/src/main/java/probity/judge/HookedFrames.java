package probity.judge;

import java.util.ArrayList;
import java.util.List;

/** Frames whose return is hooked, in walks: each with its original return address (PTR-08). */
final class HookedFrames {
    private final Scene scene;
    private final Sheet sheet;
    private final int depth;

    HookedFrames(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.depth = scene.description().limits().walkDepth();
    }

    /** At entry the direct caller's own frame is a matter of PTR-06. */
    void atEntry(String where, Chain chain, List<Long> walk) {
        if (!chain.isShownWithoutCallerBy(walk, depth)) {
            compare(where, chain, walk);
            return;
        }
        List<Long> hooked = new ArrayList<>(chain.hooked());
        if (hooked.remove(chain.callers().get(0))) {
            sheet.unseen(
                    Check.WALK_HOOKED_FRAMES,
                    "A walk at entry does not show the direct caller, whose return is hooked.");
        }
        compare(where, new Chain(chain.head(), chain.callers(), hooked, true), walk);
    }

    void compare(String where, Chain chain, List<Long> walk) {
        compare(where, chain, walk, depth);
    }

    /**
     * Compares.
     *
     * @param reach how many frames of the chain the walk has room for
     */
    void compare(String where, Chain chain, List<Long> walk, int reach) {
        List<Long> lacking = chain.unresolved(walk, reach);
        int demanded = chain.demanded(reach).size();
        sheet.counted(Check.WALK_HOOKED_FRAMES, demanded - lacking.size());
        for (long address : lacking) {
            sheet.compare(
                    Check.WALK_HOOKED_FRAMES,
                    false,
                    where,
                    "the frame whose return to " + scene.names().of(address) + " is hooked",
                    "shown with that address",
                    "missing in " + scene.names().of(walk));
        }
    }
}
