package probity.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.spi.Target;
import probity.targets.TargetProgram;

/** The target program, read once: its image, its functions, and where they return. */
final class TargetImage {
    private static final int RET = 0xd65f_0000;
    private static final int RET_MASK = 0xffff_fc1f;
    private static final int RETAA = 0xd65f_0bff;
    private static final int RETAB = 0xd65f_0fff;
    private static final int WORD = 4;

    private final ElfImage image;
    private final List<Target> targets;
    private final TargetIndex index;
    private final Map<Long, Target> calls = new HashMap<>();
    private final Map<Long, Target> bodies = new HashMap<>();
    private final Map<Long, Target> returns = new HashMap<>();
    private final Set<Long> taps = new LinkedHashSet<>();

    private TargetImage() {
        image = ElfImage.parse(TargetProgram.elf());
        List<Target> all = new ArrayList<>();
        for (String name : TargetProgram.names()) {
            ElfImage.Symbol symbol = image.symbols().get(name);
            Target target = TargetProgram.target(name, symbol.address(), symbol.size());
            all.add(target);
            calls.put(target.address(), target);
            bodies.put(target.resumeAddress(), target);
            findReturns(target);
        }
        targets = List.copyOf(all);
        index = new TargetIndex(all);
        taps.addAll(calls.keySet());
        taps.addAll(bodies.keySet());
        taps.addAll(returns.keySet());
    }

    /** The one program there is. */
    static TargetImage get() {
        return Holder.IMAGE;
    }

    ElfImage image() {
        return image;
    }

    /** Whether a segment is text that indirect branches may enter at landing pads only. */
    boolean isGuarded(ElfImage.Segment text) {
        return text.has(address(TargetProgram.GUARDED_TEXT));
    }

    /** All functions that can be hooked. */
    List<Target> targets() {
        return targets;
    }

    /** The same by name and by address. */
    TargetIndex index() {
        return index;
    }

    /** The addresses of the targets' first instructions. */
    Map<Long, Target> calls() {
        return calls;
    }

    /** The addresses at which the targets' bodies begin. */
    Map<Long, Target> bodies() {
        return bodies;
    }

    /** The addresses of the instructions with which targets return. */
    Map<Long, Target> returns() {
        return returns;
    }

    /** All those addresses, each once. */
    Set<Long> taps() {
        return taps;
    }

    /** The address of a symbol that is no target. */
    long address(String symbol) {
        return image.address(symbol).orElseThrow();
    }

    private void findReturns(Target target) {
        long end = target.address() + target.size();
        for (long at = target.address(); at != end; at += WORD) {
            int word = image.word(at);
            if ((word & RET_MASK) == RET || word == RETAA || word == RETAB) {
                returns.put(at, target);
            }
        }
    }

    private static final class Holder {
        static final TargetImage IMAGE = new TargetImage();
    }
}
