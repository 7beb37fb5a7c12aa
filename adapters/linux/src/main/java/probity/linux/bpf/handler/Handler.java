package probity.linux.bpf.handler;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import probity.linux.bpf.Program;
import probity.spi.Action;
import probity.spi.Helper;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** A program that serves a probe at one side, or a session at both, and how to read its records. */
public final class Handler implements Compilation {
    private final int id;
    private final String probe;
    private final ProbeKind kind;
    private final Program program;
    private final Map<Side, RecordLayout> layouts;

    Handler(
            int id,
            String probe,
            ProbeKind kind,
            Program program,
            Map<Side, RecordLayout> layouts) {
        this.id = id;
        this.probe = probe;
        this.kind = kind;
        this.program = program;
        this.layouts = new EnumMap<>(layouts);
    }

    /** The number by which its records name it. */
    public int id() {
        return id;
    }

    /** The probe's name. */
    public String probe() {
        return probe;
    }

    /** The probe's kind. */
    public ProbeKind kind() {
        return kind;
    }

    /** What to load. */
    public Program program() {
        return program;
    }

    /** The sides at which it leaves records. */
    public Set<Side> sides() {
        return Set.copyOf(layouts.keySet());
    }

    /** The most bytes that one of its records takes, from the start of a slot of the log. */
    public int recordSize() {
        return layouts.values().stream().mapToInt(RecordLayout::size).max().orElse(0);
    }

    /** Whether it emits perf samples. */
    public boolean samples() {
        return places().anyMatch(place -> place.action() instanceof Action.Sample);
    }

    /** Whether it keeps stacks in the map that {@link HandlerMaps#stacks} gave. */
    public boolean keepsStacks() {
        return places().anyMatch(
                        place ->
                                place.action() instanceof Action.Help help
                                        && help.helper() == Helper.GET_STACKID);
    }

    private Stream<RecordLayout.Place> places() {
        return layouts.values().stream().flatMap(layout -> layout.places().stream());
    }

    RecordLayout layout(Side side) {
        return layouts.get(side);
    }
}
