package probity.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.spi.Capability;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.Role;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Unsaved;

/** What a candidate lets a plan do. */
final class Scope {
    private final Description description;
    private final Map<String, Target> targets = new LinkedHashMap<>();

    Scope(Description description, List<Target> all) {
        this.description = description;
        all.forEach(target -> targets.put(target.name(), target));
    }

    Description description() {
        return description;
    }

    boolean can(Capability capability) {
        return description.can(capability);
    }

    boolean can(Capability capability, ProbeKind kind, Side side) {
        return description.can(capability, kind, side);
    }

    /** What a plan can call and get back from. */
    List<Target> returning() {
        return targets.values().stream()
                .filter(target -> target.role() != Role.NO_RETURN && !blocks(target))
                .toList();
    }

    /** What a plan can call and the task that called is gone. */
    List<Target> ending() {
        return targets.values().stream().filter(t -> t.role() == Role.NO_RETURN).toList();
    }

    /** What blocks, itself or in what it calls. */
    List<Target> blocking() {
        return can(Capability.BLOCKING)
                ? targets.values().stream().filter(this::blocks).toList()
                : List.of();
    }

    private boolean blocks(Target target) {
        return reachable(target.name()).stream()
                .anyMatch(name -> targets.get(name).role() == Role.BLOCKING);
    }

    /** What calls nothing and is called by nothing else, as far as is known. */
    List<Target> alone() {
        return returning().stream()
                .filter(target -> target.calls().isEmpty() && target.callers().isEmpty())
                .toList();
    }

    /** A function and whatever it leads to. */
    Set<String> reachable(String function) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(function));
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            if (targets.containsKey(name) && found.add(name)) {
                open.addAll(targets.get(name).calls());
            }
        }
        return found;
    }

    /** The sides at which probes of this kind are offered. */
    List<Side> sides(ProbeKind kind) {
        return List.of(Side.values()).stream()
                .filter(side -> description.offers(kind, side))
                .toList();
    }

    /** Whether probes of this kind can be made at all. */
    boolean offers(ProbeKind kind) {
        return switch (kind) {
            case SESSION -> sides(kind).size() == 2;
            case KRETPROBE -> description.offers(kind, Side.EXIT);
            case KPROBE -> description.offers(kind, Side.ENTRY);
            default -> !sides(kind).isEmpty();
        };
    }

    RegisterSet set(ProbeKind kind, Side side) {
        return description.set(kind, side).orElseThrow();
    }

    /** The fields that a handler may read by name. */
    List<String> readable(ProbeKind kind, Side side) {
        RegisterSet set = set(kind, side);
        List<String> names = new ArrayList<>();
        for (String register : description.architecture().registers()) {
            boolean served = set.kind() == SetKind.CONTEXT && !denies();
            boolean populated = set.state(register).kind() != FieldState.Kind.UNPOPULATED;
            if (set.hidden().contains(register)) {
                continue;
            }
            if (populated || served && !register.startsWith("v")) {
                names.add(register);
            }
        }
        return names;
    }

    /** The registers that a handler may write to in these functions and keep the call legal. */
    List<String> writable(List<String> functions) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String register = "x" + i;
            boolean bounded =
                    functions.stream()
                            .flatMap(function -> targets.get(function).parameters().stream())
                            .anyMatch(p -> p.register().equals(register) && !p.isFree());
            if (!bounded) {
                names.add(register);
            }
        }
        return names;
    }

    private boolean denies() {
        return description.policy() == ContextPolicy.DENIED
                || description.policy() == ContextPolicy.RELOCATED
                        && description.unsaved() == Unsaved.DENIED;
    }
}
