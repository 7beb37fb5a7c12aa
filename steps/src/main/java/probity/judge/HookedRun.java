package probity.judge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.Capability;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Plan;
import probity.spi.Target;

/**
 * A run of a plan with its probes.
 *
 * @param targets what the instance offers
 * @param observed what was seen
 */
record HookedRun(List<Target> targets, Observed observed) {
    /**
     * Runs a plan on a fresh instance, and looks at all that the candidate can show of it.
     *
     * @param again the same plan once more, over differently poisoned memory
     */
    static HookedRun of(
            Instance instance, Description description, Plan plan, Optional<Execution> again) {
        List<Target> targets = instance.targets();
        Set<String> functions =
                description.can(Capability.SEES_CODE) ? functions(plan, targets) : Set.of();
        Map<String, Bytes> before = code(instance, functions);
        Execution execution = instance.run(plan);
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String probe : attached(plan, execution)) {
            counts.put(probe, instance.counts(probe));
        }
        Map<String, Bytes> after = code(instance, functions);
        Optional<Set<String>> symbols =
                description.can(Capability.SEES_SYMBOLS)
                        ? Optional.of(instance.symbols())
                        : Optional.empty();
        return new HookedRun(
                targets, new Observed(execution, counts, again, before, after, symbols));
    }

    /**
     * The targets whose code is looked at: those that a plan's probes name, and where it detaches
     * one, all there are, since what is put back may be put in the wrong place.
     */
    private static Set<String> functions(Plan plan, List<Target> targets) {
        Set<String> known = new LinkedHashSet<>();
        targets.forEach(target -> known.add(target.name()));
        if (plan.steps().stream().anyMatch(Plan.Detach.class::isInstance)) {
            return known;
        }
        Set<String> named = new LinkedHashSet<>();
        for (Plan.Step step : plan.steps()) {
            if (step instanceof Plan.Attach attach) {
                named.addAll(attach.probe().functions());
            }
        }
        named.retainAll(known);
        return named;
    }

    private static Map<String, Bytes> code(Instance instance, Set<String> functions) {
        return functions.isEmpty() ? Map.of() : instance.codes(List.copyOf(functions));
    }

    private static Set<String> attached(Plan plan, Execution actual) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < actual.steps().size(); i++) {
            if (plan.steps().get(i) instanceof Plan.Attach attach
                    && actual.steps().get(i) instanceof Attached) {
                names.add(attach.probe().name());
            }
        }
        return names;
    }
}
