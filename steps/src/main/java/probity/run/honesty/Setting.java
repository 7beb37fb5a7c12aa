package probity.run.honesty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Attached;
import probity.spi.CallResult;
import probity.spi.Description;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Observation;
import probity.spi.Parameter;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/** The smallest setting in which something can be tried: one function, one probe, one call. */
final class Setting {
    static final String PROBE = "honesty";
    static final int TASK = 0;

    /** The kinds to try with, the plainest first. */
    private static final List<ProbeKind> KINDS =
            List.of(
                    ProbeKind.FPROBE,
                    ProbeKind.MULTI,
                    ProbeKind.SESSION,
                    ProbeKind.KPROBE,
                    ProbeKind.KRETPROBE);

    /** What a handler does that is there for no other reason. */
    private static final Action[] IDLE = {};

    private final Instance instance;
    private final Description description;
    private final List<Target> targets;
    private final List<ProbeKind> kinds;
    private final List<Side> sides;

    Setting(Instance instance, Description description, List<Target> targets) {
        this(instance, description, targets, KINDS, List.of(Side.values()));
    }

    private Setting(
            Instance instance,
            Description description,
            List<Target> targets,
            List<ProbeKind> kinds,
            List<Side> sides) {
        this.instance = instance;
        this.description = description;
        this.targets = targets;
        this.kinds = kinds;
        this.sides = sides;
    }

    /** The same for handlers of one kind at one side. */
    Setting only(ProbeKind kind, Side side) {
        return new Setting(instance, description, targets, List.of(kind), List.of(side));
    }

    Instance instance() {
        return instance;
    }

    /** The plainest function there is. */
    Target plain() {
        return withRole(Role.LEAF).or(() -> withRole(Role.PLAIN)).orElseGet(() -> targets.get(0));
    }

    Optional<Target> withRole(Role role) {
        return targets.stream().filter(target -> target.role() == role).findFirst();
    }

    /** The kinds of probe that are offered at this side, of those that this is about. */
    List<ProbeKind> kindsAt(Side side) {
        return kinds.stream()
                .filter(kind -> sides.contains(side) && description.offers(kind, side))
                .toList();
    }

    /** The plainest kind that this is about. */
    ProbeKind kind() {
        return kinds.get(0);
    }

    /** A call of a function with legal arguments. */
    Plan.Call call(Target target) {
        RegisterFile registers =
                target.fixedArguments().orElse(RegisterFile.empty(description.architecture()));
        for (Parameter parameter : target.parameters()) {
            if (!registers.has(parameter.register())) {
                long value = Math.max(parameter.min(), Math.min(1, parameter.max()));
                registers = registers.with(parameter.register(), value);
            }
        }
        List<Long> stack = new ArrayList<>();
        for (int i = 0; i < target.stackArguments(); i++) {
            stack.add((long) i);
        }
        return new Plan.Call(TASK, 0, target.name(), registers, stack);
    }

    /** Attaches a probe; false if it is refused. */
    boolean attach(Probe probe) {
        return instance.attach(probe) instanceof Attached;
    }

    Execution run(Plan.Step... steps) {
        return instance.run(Plan.of(steps));
    }

    /** One call of the plain function under a probe that does this at this side. */
    Optional<Execution> hooked(ProbeKind kind, Side side, Action action) {
        Probe bare = Probe.of(PROBE, kind, plain().name());
        Probe probe = side == Side.ENTRY ? bare.onEntry(action) : bare.onExit(action);
        // Some kinds want a handler at the other side too: a kretprobe is nothing without its exit.
        Probe both = side == Side.ENTRY ? probe.onExit(IDLE) : probe.onEntry(IDLE);
        if (!attach(probe) && !attach(both)) {
            return Optional.empty();
        }
        Execution execution = run(call(plain()), new Plan.Detach(PROBE));
        return ran(execution, side) ? Optional.of(execution) : Optional.empty();
    }

    /** The first observation of a type that such an action brings, under any kind at any side. */
    <T extends Observation> Optional<T> observed(Action action, Class<T> type) {
        for (Side side : Side.values()) {
            for (ProbeKind kind : kindsAt(side)) {
                Optional<T> seen = hooked(kind, side, action).flatMap(e -> seen(e, type));
                if (seen.isPresent()) {
                    return seen;
                }
            }
        }
        return Optional.empty();
    }

    static Ending ending(Execution execution, int step) {
        return step < execution.steps().size()
                        && execution.steps().get(step) instanceof CallResult call
                ? call.ending()
                : Ending.LOST;
    }

    static boolean ran(Execution execution, Side side) {
        return execution.events().stream()
                .anyMatch(event -> event.probe().equals(PROBE) && event.side() == side);
    }

    static <T extends Observation> Optional<T> seen(Execution execution, Class<T> type) {
        return execution.events().stream()
                .map(Event::observations)
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    static boolean shows(Execution execution, Point point) {
        return execution.activations().stream()
                .map(Activation::points)
                .anyMatch(points -> points.containsKey(point));
    }
}
