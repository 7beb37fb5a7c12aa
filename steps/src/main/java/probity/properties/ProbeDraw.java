package probity.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Script;
import probity.spi.Side;
import probity.spi.Target;

/** Random probes that must be accepted. */
final class ProbeDraw {
    private static final int WORD = 8;
    private static final int MOST_FUNCTIONS = 6;

    private final Scope scope;
    private final Theme theme;
    private final Draw draw;
    private final List<Target> callees;

    /**
     * Draws probes.
     *
     * @param callees what handlers may call
     */
    ProbeDraw(Scope scope, Theme theme, Draw draw, List<Target> callees) {
        this.scope = scope;
        this.theme = theme;
        this.draw = draw;
        this.callees = callees;
    }

    /** The kinds that this theme wants and the candidate offers. */
    List<ProbeKind> kinds() {
        return theme.kinds().stream().filter(scope::offers).toList();
    }

    /**
     * A probe.
     *
     * @param functions what it may be attached to
     */
    Probe probe(String name, List<String> functions) {
        ProbeKind kind = draw.of(kinds());
        List<Side> sides = sides(kind);
        int data = data(kind, sides);
        List<String> hooked = draw.some(functions, MOST_FUNCTIONS);
        return new Probe(
                name,
                kind,
                hooked,
                script(kind, Side.ENTRY, sides, data, hooked),
                script(kind, Side.EXIT, sides, data, hooked),
                data,
                cookies(kind, hooked.size()),
                kind == ProbeKind.KRETPROBE && draw.percent(25) ? draw.between(1, 4) : 0);
    }

    private List<Side> sides(ProbeKind kind) {
        List<Side> offered = scope.sides(kind);
        return switch (kind) {
            case SESSION -> offered;
            case KRETPROBE ->
                    offered.contains(Side.ENTRY) && draw.percent(60) ? offered : List.of(Side.EXIT);
            case KPROBE -> List.of(Side.ENTRY);
            case MULTI -> List.of(draw.of(offered));
            default -> draw.percent(65) ? offered : List.of(draw.of(offered));
        };
    }

    private Optional<Script> script(
            ProbeKind kind, Side side, List<Side> sides, int data, List<String> hooked) {
        if (!sides.contains(side)) {
            return Optional.empty();
        }
        boolean cancellable =
                side == Side.ENTRY && sides.contains(Side.EXIT) && kind != ProbeKind.KPROBE;
        List<Action> actions =
                new ScriptDraw(scope, theme, draw, kind, side, callees)
                        .script(data, cancellable, scope.writable(hooked));
        return Optional.of(new Script(actions));
    }

    private int data(ProbeKind kind, List<Side> sides) {
        boolean served = kind == ProbeKind.FPROBE || kind == ProbeKind.KRETPROBE;
        int words = scope.description().limits().entryData() / WORD;
        boolean wanted =
                served
                        && scope.can(Capability.ENTRY_DATA)
                        && sides.size() == 2
                        && words > 0
                        && draw.percent(theme == Theme.SYMMETRY ? 60 : 20);
        return wanted ? WORD * draw.between(1, Math.min(words, 4)) : 0;
    }

    private List<Long> cookies(ProbeKind kind, int functions) {
        boolean program = kind == ProbeKind.MULTI || kind == ProbeKind.SESSION;
        List<Long> cookies = new ArrayList<>();
        if (program && scope.can(Capability.ATTACH_HELPERS) && draw.percent(50)) {
            for (int i = 0; i < functions; i++) {
                cookies.add(draw.bits());
            }
        }
        return cookies;
    }
}
